package de.integrationskonzept.rolle;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/personen/{kennung}}: somebody leaves, or hands over to somebody else; for administrators. */
@RestController
@RequestMapping("/api/personen/{kennung}")
class PersonalController {

    private final Personal personal;
    private final NurAdministration nurAdministration;

    PersonalController(Personal personal, NurAdministration nurAdministration) {
        this.personal = personal;
        this.nurAdministration = nurAdministration;
    }

    /** @param an user id of who takes over */
    record Uebergabe(String an) {
    }

    @DeleteMapping
    Personal.Ergebnis entferne(@PathVariable("kennung") String kennung) {
        nurAdministration.verlange();
        return personal.entferne(kennung);
    }

    @PostMapping("/uebergabe")
    Personal.Ergebnis uebergib(@PathVariable("kennung") String kennung, @RequestBody Uebergabe uebergabe) {
        nurAdministration.verlange();
        return personal.uebergib(kennung, uebergabe.an());
    }
}
