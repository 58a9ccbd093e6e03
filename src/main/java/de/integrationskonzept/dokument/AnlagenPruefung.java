package de.integrationskonzept.dokument;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;
import static jakarta.ws.rs.core.Response.Status.REQUEST_ENTITY_TOO_LARGE;
import static jakarta.ws.rs.core.Response.Status.UNSUPPORTED_MEDIA_TYPE;

import de.integrationskonzept.engine.AttachmentGuard;
import de.integrationskonzept.engine.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** What people may add to a task: one file of a listed kind, not too large, under a name that does no harm. */
@Component
class AnlagenPruefung implements AttachmentGuard {

    private final DataSize groesste;

    AnlagenPruefung(@Value("${integrationskonzept.anlagen.groesse}") DataSize groesste) {
        this.groesste = groesste;
    }

    @Override
    public Paper accept(String name, byte[] inhalt) {
        if (inhalt.length == 0) {
            throw new Refusal(BAD_REQUEST, "Die Datei ist leer. Bitte wählen Sie eine andere.");
        }
        if (inhalt.length > groesste.toBytes()) {
            throw zuGross();
        }
        AnlagenArt art = AnlagenInhalt.art(inhalt).orElseThrow(() -> new Refusal(UNSUPPORTED_MEDIA_TYPE, "Diese Art von Datei nimmt das Programm nicht an, "
                + "oder die Datei ist beschädigt oder mit einem Kennwort geschützt. Möglich sind PDF, PNG, JPEG, DOCX, XLSX, PPTX, ODT, ODS und ODP. "
                + "Bitte speichern Sie die Datei in einem davon."));
        return new Paper(AnlagenName.sauber(name, art), art.typ().toString(), inhalt);
    }

    Refusal zuGross() {
        return new Refusal(REQUEST_ENTITY_TOO_LARGE, "Die Datei ist zu groß: Möglich sind " + groesste.toMegabytes()
                + " MB. Bitte verkleinern Sie sie oder teilen Sie sie auf.");
    }
}
