/**
 * Who is responsible for an agreement on each side. It is kept apart from the registry and shown at the desk alone: lists, search, files, feeds,
 * history, interface and data package read other tables.
 */
@ApplicationModule(
        id = "contact",
        displayName = "Contacts",
        allowedDependencies = {"shared", "security", "reading"})
@NullMarked
package org.pacta.desk.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
