package org.pacta.reference.person;

import org.pacta.platform.reading.ListFilter;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class PersonController {

    private final PersonQueries people;

    PersonController(PersonQueries people) {
        this.people = people;
    }

    @GetMapping("/people")
    String list(ListFilter filter, Model model) {
        model.addAttribute("list", people.list(filter));
        return "person/list";
    }

    @GetMapping("/people/{id}")
    String show(@PathVariable long id, Model model) {
        model.addAttribute("person", people.get(id));
        return "person/show";
    }
}
