package chancery.procedure;

import chancery.casefile.CaseFile;
import chancery.casefile.Dossier;
import chancery.casefile.InvalidInput;
import chancery.document.Certainty;
import chancery.document.Document;
import chancery.document.DocumentId;
import chancery.document.Mark;
import chancery.document.MarkKind;
import chancery.document.Reading;
import chancery.document.Transmission;
import chancery.document.Witness;
import chancery.office.Words;
import chancery.procedure.diagram.Finding;
import chancery.procedure.diagram.Finding.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks a case file against its procedure and against good practice, one method a rule. */
final class LintCase {
    private static final Set<MarkKind> OF_AN_ACT = EnumSet.of(
            MarkKind.SIGNATURE,
            MarkKind.INITIALS,
            MarkKind.VISA,
            MarkKind.SEEN,
            MarkKind.RECEIPT_STAMP,
            MarkKind.DISPOSITION,
            MarkKind.AUTHENTICATION);
    private static final Set<Transmission> WITHOUT_REFERENCE = EnumSet.of(Transmission.DRAFT, Transmission.LOST);

    private static final String CONSTRUCTED = "Constructed: ";

    private final Dossier dossier;
    private final List<Finding> findings = new ArrayList<>();

    private LintCase(Dossier dossier) {
        this.dossier = dossier;
    }

    /** What is to be said of a case file. */
    static List<Finding> check(Path file, Holdings holdings) {
        try {
            Dossier dossier = CaseFile.read(file);
            LintCase lint = new LintCase(dossier);
            lint.caseIsCalledLikeItsFile(file);
            holdings.proceduresOf(dossier);
            lint.whatIsConstructedSaysSo();
            lint.documentsAreFound();
            lint.documentsAreSpokenOf();
            lint.marksOfActsAttestThem();
            lint.somethingIsExpected();
            return lint.findings;
        } catch (InvalidInput refused) {
            return List.of(Finding.of(refused, file.toString()));
        }
    }

    private void caseIsCalledLikeItsFile(Path file) {
        String fileName = String.valueOf(file.getFileName()).replaceFirst("\\.yaml$", "");
        if (!fileName.equals(dossier.id().value())) {
            add(
                    1,
                    Severity.ERROR,
                    "the case is called \"" + dossier.id() + "\" and its file \"" + fileName + ".yaml\"",
                    "call both alike, or the case is not found by its id");
        }
    }

    private void whatIsConstructedSaysSo() {
        if (dossier.constructed() != dossier.title().startsWith(CONSTRUCTED)) {
            add(
                    1,
                    Severity.ERROR,
                    dossier.constructed()
                            ? "the case is constructed, and its title does not say so"
                            : "the title says \"" + CONSTRUCTED.strip() + "\", and the case is not constructed",
                    "begin the title of a constructed case, and of no other, with \"" + CONSTRUCTED + "\"");
        }
    }

    private void documentsAreFound() {
        if (dossier.constructed()) {
            return;
        }
        dossier.documents().stream()
                .filter(document -> !WITHOUT_REFERENCE.contains(document.state()))
                .forEach(document -> {
                    Witness witness = document.witness();
                    if (witness == null) {
                        warn(
                                "document \"" + document.id() + "\" has no archival reference",
                                "say under \"witness\" where it lies, or under \"state\" that it is a draft or lost");
                    } else if (witness.reference() == null) {
                        add(
                                1,
                                Severity.NOTE,
                                "the witness of document \"" + document.id() + "\" has no archival reference",
                                "add it once it is known");
                    }
                });
    }

    private void documentsAreSpokenOf() {
        Set<DocumentId> spokenOf = Stream.of(
                        dossier.marks().stream().map(Mark::on),
                        dossier.marks().stream()
                                .flatMap(mark -> mark.readings().stream())
                                .map(Reading::attests)
                                .flatMap(Optional::stream)
                                .map(attestation -> attestation.about()),
                        dossier.documents().stream().flatMap(document -> document.enclosures().stream()))
                .flatMap(ids -> ids)
                .collect(Collectors.toSet());
        dossier.documents().stream()
                .map(Document::id)
                .filter(id -> !spokenOf.contains(id))
                .forEach(id -> warn(
                        "document \"" + id + "\" bears no mark, and no mark or document speaks of it",
                        "enter its marks, or take it out"));
    }

    private void marksOfActsAttestThem() {
        dossier.marks().stream()
                .filter(mark -> OF_AN_ACT.contains(mark.kind()))
                .filter(mark -> mark.readings().stream()
                        .allMatch(reading -> reading.attests().isEmpty() && reading.certainty() == Certainty.CERTAIN))
                .forEach(mark -> add(
                        mark.line(),
                        Severity.WARNING,
                        "mark \"" + mark.id() + "\" is a " + Words.of(mark.kind()) + " that attests no act",
                        "name the act under \"attests\", or say under \"certainty\" and \"because\" why not"));
    }

    private void somethingIsExpected() {
        if (dossier.expectations().isEmpty()) {
            warn("nothing is expected of the path", "write under \"expect\" what you hold for right");
        }
    }

    private void warn(String found, String todo) {
        add(1, Severity.WARNING, found, todo);
    }

    private void add(int line, Severity severity, String found, String todo) {
        findings.add(new Finding(dossier.file(), line, severity, found + "; " + todo + "."));
    }
}
