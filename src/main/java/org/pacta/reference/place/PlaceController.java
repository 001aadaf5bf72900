package org.pacta.reference.place;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class PlaceController {

    private final PlaceQueries places;

    PlaceController(PlaceQueries places) {
        this.places = places;
    }

    @GetMapping("/places")
    String list(Model model) {
        model.addAttribute("places", places.all());
        return "place/list";
    }

    @GetMapping("/places/{slug}")
    String show(@PathVariable String slug, Model model) {
        model.addAttribute("place", places.get(slug));
        return "place/show";
    }
}
