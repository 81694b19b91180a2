package chancery.cli.paper;

import chancery.casefile.InvalidInput;
import chancery.cli.shared.ExitCode;
import chancery.cli.shared.HoldingsOptions;
import chancery.cli.shared.NewFile;
import chancery.cli.shared.Streams;
import chancery.cli.text.GoldText;
import chancery.reading.correction.CorrectionsFile;
import chancery.reading.form.MarksFile;
import chancery.reading.gold.GoldTally;
import chancery.reading.learn.Effect;
import chancery.reading.learn.Proposal;
import chancery.reading.learn.ProposeForms;
import chancery.reading.learn.TryForms;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code learn}: forms of words from corrections, and what each would change. */
@Command(
        name = "learn",
        mixinStandardHelpOptions = true,
        description = {
            "Proposes forms of words from the corrections that ask for one, each with its example, and says what each would",
            "change in the texts of a folder: marks gained, changed and lost; of those that are annotated beside, as",
            "NAME.gold.yaml, also precision and recall before and after."
        })
public final class LearnCommand implements Callable<Integer> {
    private static final String OTHERWISE = "name another file with -o";
    private static final int SHOWN = 10;

    @Parameters(arity = "1..*", paramLabel = "CORRECTIONS", description = "what review pages saved: files or folders")
    private List<Path> corrections = List.of();

    @Option(names = "--texts", paramLabel = "FOLDER", description = "the texts in which each form is tried")
    private @Nullable Path texts;

    @Option(names = "-o", paramLabel = "FILE", description = "writes the forms as a file of words")
    private @Nullable Path file;

    @Mixin
    private final HoldingsOptions options = new HoldingsOptions();

    @Mixin
    private final Streams streams = new Streams();

    @Override
    public Integer call() {
        if (file != null) {
            NewFile.check(file, OTHERWISE);
        }
        List<MarksFile> marks =
                options.open().wordings().stream().map(MarksFile::read).toList();
        ProposeForms propose = new ProposeForms(marks);
        CorrectionsFile.in(corrections).values().forEach(propose::add);
        PrintWriter out = streams.out();
        List<Proposal> proposals = propose.proposals();
        if (proposals.isEmpty() && propose.refused().isEmpty()) {
            out.println("No correction asks for a form of words; on a review page, press f on a mark.");
            return ExitCode.NO;
        }
        TryForms tried = texts == null ? null : new TryForms(texts, marks);
        proposals.forEach(each -> tell(each, tried));
        propose.refused().forEach(each -> out.println("No form of " + each + "."));
        if (tried != null) {
            if (proposals.size() > 1) {
                out.println("All together:");
                tell(tried, proposals);
            }
            tried.leftOut().forEach(each -> streams.err().println("Left out: " + each));
        }
        if (file != null && !proposals.isEmpty()) {
            write(file, proposals);
        }
        out.flush();
        return proposals.isEmpty() ? ExitCode.NO : ExitCode.DONE;
    }

    private void tell(Proposal proposal, @Nullable TryForms tried) {
        PrintWriter out = streams.out();
        out.println("Form of " + proposal.from() + " (" + proposal.language() + "):");
        out.print(proposal.yaml());
        if (!proposal.missing().isEmpty()) {
            out.println("  It does not give, as the correction does: " + String.join(", ", proposal.missing()) + ".");
        }
        if (tried != null) {
            tell(tried, List.of(proposal));
        }
        out.println();
    }

    private void tell(TryForms tried, List<Proposal> proposals) {
        PrintWriter out = streams.out();
        Effect effect = tried.with(proposals.stream().map(Proposal::words).toList());
        out.println("  In " + tried.papers() + (tried.papers() == 1 ? " text: " : " texts: ")
                + effect.gained().size() + " gained, " + effect.changed().size() + " changed, "
                + effect.lost().size() + " lost.");
        list("gained ", effect.gained());
        list("changed", effect.changed());
        list("lost   ", effect.lost());
        GoldTally before = tried.measured();
        if (before.papers() > 0) {
            out.println("  On " + before.papers() + " annotated: before " + GoldText.line(before.marks()) + "; after "
                    + GoldText.line(effect.measured().marks()) + ".");
        }
    }

    private void list(String what, List<String> marks) {
        marks.stream().limit(SHOWN).forEach(mark -> streams.out().println("    " + what + "  " + mark));
        if (marks.size() > SHOWN) {
            streams.out().println("    and " + (marks.size() - SHOWN) + " more " + what.strip());
        }
    }

    private void write(Path file, List<Proposal> proposals) {
        List<String> languages =
                proposals.stream().map(Proposal::language).distinct().toList();
        if (languages.size() > 1) {
            throw InvalidInput.at(
                    file.toString(),
                    0,
                    "the forms are of several languages: " + String.join(", ", languages),
                    "learn from the corrections of one language at a time");
        }
        NewFile.write(file, Proposal.file(proposals), OTHERWISE);
        streams.out()
                .println(
                        "Wrote " + file + "; in processes/words, under a name before the others such as 0-learned.yaml,"
                                + " \"read\" reads by it.");
    }
}
