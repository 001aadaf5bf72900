package org.pacta.exchange.datapackage;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.Resource;

/** What is wrong with a package. The search ends after twenty findings: the rest is mostly more of the same. */
class PackageFaults {

    private static final int LIMIT = 20;

    private final Resource location;
    private final List<String> found = new ArrayList<>();

    PackageFaults(Resource location) {
        this.location = location;
    }

    /** Rows count from 1, the header, as a spreadsheet shows them. */
    void add(Table table, long row, String column, String fault) {
        add("%s, row %d, column %s: %s".formatted(table.path(), row, column, fault));
    }

    void add(Table table, String fault) {
        add("%s: %s".formatted(table.path(), fault));
    }

    void add(String fault) {
        found.add(fault);
        if (found.size() == LIMIT) {
            found.add("… and there may be more");
            refuse();
        }
    }

    void refuseIfAny() {
        if (!found.isEmpty()) {
            refuse();
        }
    }

    private void refuse() {
        throw new MalformedPackageException(location, found);
    }
}
