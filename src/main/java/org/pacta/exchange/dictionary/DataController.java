package org.pacta.exchange.dictionary;

import java.util.List;
import java.util.stream.Stream;
import org.pacta.exchange.dictionary.TableEntry.Kind;
import org.pacta.platform.shared.PartialDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;

@Controller
class DataController {

    /** One of each form. */
    private static final List<PartialDate> DATES = Stream.of(
                    "2020-06-17",
                    "2022-11",
                    "2022",
                    "2024-33",
                    "2024-41",
                    "[..2023-12-15]",
                    "[2024-07-08..2024-07-12]",
                    "2019-01-07/2019-01-08",
                    "2019-08/..",
                    "../2017-07")
            .map(PartialDate::parse)
            .toList();

    private final Dictionary dictionary;
    private final RegistrySizes sizes;

    DataController(Dictionary dictionary, RegistrySizes sizes) {
        this.dictionary = dictionary;
        this.sizes = sizes;
    }

    @GetMapping("/data")
    String show(UriComponentsBuilder address, Model model) {
        model.addAttribute("size", sizes.now());
        model.addAttribute("registry", dictionary.registry());
        model.addAttribute("beside", dictionary.of(Kind.BESIDE));
        model.addAttribute("histories", dictionary.of(Kind.HISTORY));
        model.addAttribute("historyAlone", dictionary.historyAlone());
        model.addAttribute("dates", DATES);
        model.addAttribute("address", address.path("/data").toUriString());
        return "dictionary/show";
    }
}
