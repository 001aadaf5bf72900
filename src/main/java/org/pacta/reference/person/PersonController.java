package org.pacta.reference.person;

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
    String list(Model model) {
        model.addAttribute("people", people.all());
        return "person/list";
    }

    @GetMapping("/people/{id}")
    String show(@PathVariable long id, Model model) {
        model.addAttribute("person", people.get(id));
        return "person/show";
    }
}
