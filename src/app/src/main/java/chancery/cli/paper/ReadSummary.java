package chancery.cli.paper;

import chancery.cli.shared.Progress;
import chancery.cli.text.Table;
import chancery.document.Certainty;
import chancery.document.Place;
import chancery.office.Words;
import chancery.reading.correction.Corrections;
import chancery.reading.found.ReadDocument;
import chancery.reading.review.ZoneTally;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was read so far, zone by zone; shows that it goes on where somebody watches. */
final class ReadSummary {
    private static final int SHOWN = 20;

    private final Progress progress;
    private final List<String> unread = new ArrayList<>();
    private final List<String> missed = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final ZoneTally zones = new ZoneTally();
    private final Set<Corrections> corrections = new HashSet<>();
    private int documents;
    private int passedOver;
    private int markless;
    private int acts;
    private int sentences;
    private int notUnderstood;
    private int gaveNone;
    private int remarked;

    ReadSummary(PrintWriter err) {
        this.progress = new Progress(err, "documents read");
    }

    void add(ReadDocument document) {
        documents++;
        markless += document.dossier().marks().isEmpty() ? 1 : 0;
        acts += document.acts().size();
        sentences += document.sentences();
        notUnderstood += document.unread().size();
        document.remarks().stream()
                .map(remark -> document.dossier().id() + ": " + remark)
                .forEach(this::remark);
        zones.add(document);
        for (ZoneTally.Missed each : ZoneTally.missed(document)) {
            gaveNone++;
            if (missed.size() < SHOWN) {
                missed.add(document.dossier().id() + " "
                        + place(each.zone().places()) + ": "
                        + each.zone().kind() + ", " + each.because());
            }
        }
        document.unread().stream()
                .map(each -> "Unread: " + document.dossier().id() + " "
                        + each.place().written() + ": " + each.sentence())
                .filter(line -> unread.size() < SHOWN)
                .forEach(unread::add);
        progress.accept(documents);
    }

    /** Where it begins, and how many lines it has besides. */
    private static String place(List<Place> places) {
        return places.get(0).written() + (places.size() == 1 ? "" : " and " + (places.size() - 1) + " more");
    }

    /** Keeps so many remarks that they can be read. */
    private void remark(String remark) {
        remarked++;
        if (remarked <= SHOWN) {
            remarks.add(remark);
        }
    }

    void corrected(@Nullable Corrections said) {
        if (said != null) {
            corrections.add(said);
        }
    }

    boolean isCorrected(Corrections said) {
        return corrections.contains(said);
    }

    void passedOver(int editorial) {
        passedOver += editorial;
    }

    boolean isEmpty() {
        return documents == 0;
    }

    void done() {
        progress.end();
        if (remarked > SHOWN) {
            remarks.add("and " + (remarked - SHOWN) + " more remarks on how sources were read");
        }
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(unread);
        lines.addAll(remarks);
        if (!zones.rows().isEmpty()) {
            lines.add(
                    "Marks by zone: those that attest an act by how sure they are, those that attest none; zones without any");
            lines.addAll(table().lines());
            lines.add("");
        }
        if (gaveNone > 0) {
            lines.add("Looks like a mark and gave none:");
            missed.forEach(line -> lines.add("  " + line));
            if (gaveNone > missed.size()) {
                lines.add("  and " + (gaveNone - missed.size()) + " more, listed on the pages that --review writes");
            }
            lines.add("");
        }
        corrections.stream()
                .map(said -> "Corrected by " + said.by() + ": " + said.caseId() + ", "
                        + counted(said.marks().size(), "mark") + ", "
                        + counted(said.zones().size(), "zone") + ".")
                .sorted()
                .forEach(lines::add);
        lines.add(summary());
        return lines;
    }

    private Table table() {
        Table table = new Table()
                .row(Stream.of(
                                Stream.of("zone", "zones"),
                                Stream.of(Certainty.values()).map(Words::of),
                                Stream.of("no act", "no mark"))
                        .flatMap(each -> each)
                        .toArray(String[]::new));
        for (Map.Entry<String, ZoneTally.Row> row : zones.rows().entrySet()) {
            table.row(Stream.of(
                            Stream.of(row.getKey(), told(row.getValue().zones())),
                            Stream.of(Certainty.values())
                                    .map(certainty -> told(row.getValue().attesting(certainty))),
                            Stream.of(
                                    told(row.getValue().descriptive()),
                                    told(row.getValue().without())))
                    .flatMap(each -> each)
                    .toArray(String[]::new));
        }
        return table;
    }

    private static String told(int count) {
        return count == 0 ? "·" : String.valueOf(count);
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private String summary() {
        String share = sentences == 0
                ? "no sentence names an act"
                : "of " + sentences + " sentences that name an act " + notUnderstood + " gave none";
        return counted(documents, "document") + ", " + counted(acts, "act") + "; " + share
                + (notUnderstood > SHOWN ? "; " + (notUnderstood - SHOWN) + " more unread, listed with --json" : "")
                + (markless > 0 ? "; in " + markless + " of them no mark was found" : "")
                + (passedOver > 0 ? "; " + passedOver + " editorial notes passed over" : "") + ".";
    }
}
