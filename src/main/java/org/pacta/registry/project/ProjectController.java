package org.pacta.registry.project;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class ProjectController {

    private final ProjectQueries projects;

    ProjectController(ProjectQueries projects) {
        this.projects = projects;
    }

    @GetMapping("/projects/{id}")
    String show(@PathVariable long id, Model model) {
        model.addAttribute("project", projects.get(id));
        return "project/show";
    }
}
