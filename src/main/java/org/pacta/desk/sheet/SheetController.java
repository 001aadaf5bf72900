package org.pacta.desk.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.pacta.desk.draft.Section;
import org.pacta.desk.draft.Section.Control;
import org.pacta.platform.form.FormField;
import org.pacta.platform.shared.NotFoundException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Offers empty sheets, in the language of the page. */
@Controller
class SheetController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int ROWS = 500;
    private static final int LONGEST_LIST = 250;
    private static final int WIDE = 50;
    private static final int NARROW = 18;

    /** Widths of columns are in parts of a letter. */
    private static final int LETTER = 256;

    private final SheetColumns columns;

    SheetController(SheetColumns columns) {
        this.columns = columns;
    }

    @GetMapping("/desk/sheets/outcomes.xlsx")
    ResponseEntity<byte[]> workbook(Locale language) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            for (Section section : SheetColumns.SHEETS) {
                fill(workbook.createSheet(section.code() + "s"), SheetColumns.of(section), language);
            }
            workbook.write(bytes);
        }
        return file("outcomes.xlsx", XLSX, bytes.toByteArray());
    }

    private void fill(XSSFSheet sheet, List<FormField> fields, Locale language) {
        sheet.createFreezePane(0, 1);
        XSSFRow headings = sheet.createRow(0);
        for (int i = 0; i < fields.size(); i++) {
            FormField field = fields.get(i);
            headings.createCell(i).setCellValue(columns.heading(field, language));
            boolean isWide =
                    Control.of(field) == Control.ORGANISATIONS || field.name().endsWith("itle");
            sheet.setColumnWidth(i, (isWide ? WIDE : NARROW) * LETTER);
            if (Control.of(field) == Control.CHOICE) {
                offer(sheet, i, columns.choices(field, language));
            }
        }
    }

    /** A list to choose from, where the program that opens the sheet takes one so long. */
    private static void offer(XSSFSheet sheet, int column, List<String> choices) {
        if (String.join(",", choices).length() < LONGEST_LIST) {
            DataValidationHelper helper = sheet.getDataValidationHelper();
            sheet.addValidationData(helper.createValidation(
                    helper.createExplicitListConstraint(choices.toArray(String[]::new)),
                    new CellRangeAddressList(1, ROWS, column, column)));
        }
    }

    @GetMapping("/desk/sheets/{name:agreements|projects}.csv")
    ResponseEntity<byte[]> csv(@PathVariable String name, Locale language) throws IOException {
        Section section = SheetColumns.SHEETS.stream()
                .filter(each -> name.equals(each.code() + "s"))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("sheet", name));
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(SheetColumns.of(section).stream()
                    .map(field -> columns.heading(field, language))
                    .toList());
        }
        // With a byte order mark, or Excel takes it for another encoding.
        return file(name + ".csv", "text/csv;charset=utf-8", ("\ufeff" + text).getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<byte[]> file(String name, String type, byte[] bytes) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .contentType(MediaType.parseMediaType(type))
                .body(bytes);
    }
}
