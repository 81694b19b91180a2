package chancery.procedure.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.casefile.CaseFile;
import chancery.casefile.Dossier;
import chancery.path.EvidenceStatus;
import chancery.path.Path;
import chancery.path.Step;
import chancery.path.StepKey;
import chancery.procedure.Holdings;
import chancery.procedure.drawing.DrawPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BarePathTest {
    private static final Holdings HOLDINGS =
            Holdings.in(java.nio.file.Path.of("bpmn"), java.nio.file.Path.of("processes"));

    @TempDir
    private java.nio.file.Path folder;

    @Test
    void what_is_received_was_sent_and_what_is_sent_was_written() throws IOException {
        Path path = path("""
                  - {id: got, on: letter, kind: heading, reading: B, attests: receive, agents: [{name: B}]}
                  - {id: sent, on: letter, kind: heading, reading: A, attests: dispatch, agents: [{name: A}]}
                  - {id: signed, on: letter, kind: signature, reading: A, attests: sign, agents: [{name: A}]}
                """);

        assertThat(path.steps())
                .extracting(Step::label)
                .containsExactly("Sign letter", "Dispatch letter", "Receive letter");
        assertThat(path.steps().get(2).after()).extracting(StepKey::toString).containsExactly("dispatch");
        assertThat(path.contradictions()).isEmpty();
    }

    @Test
    void a_receipt_dated_before_the_dispatch_keeps_both_and_tells_the_conflict() throws IOException {
        Path path = path("""
                  - {id: sent, on: letter, kind: heading, reading: A, date: 1891-03-06, attests: dispatch}
                  - {id: got, on: letter, kind: heading, reading: B, date: 1891-03-02, attests: receive}
                """);

        assertThat(path.steps())
                .extracting(Step::status)
                .containsOnly(EvidenceStatus.EVIDENCED)
                .hasSize(2);
        assertThat(path.contradictions()).singleElement().satisfies(conflict -> {
            assertThat(conflict.mark().value()).isEqualTo("got");
            assertThat(conflict.reason())
                    .contains("1891-03-02", "1891-03-06", "wrong by 4 days or more", "none of these is taken");
        });
    }

    @Test
    void days_apart_like_two_calendars_say_so() throws IOException {
        Path path = path("""
                  - {id: sent, on: letter, kind: heading, reading: A, date: 1891-03-14, attests: dispatch}
                  - {id: got, on: letter, kind: heading, reading: B, date: 1891-03-02, attests: receive}
                """);

        assertThat(path.contradictions())
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.reason()).contains("two calendars"));
    }

    @Test
    void sure_dates_order_and_doubtful_ones_do_not() throws IOException {
        String marks = """
                  - {id: seen, on: letter, kind: annotation, reading: seen, date: '1891-03-06%s', attests: see}
                  - {id: typed, on: letter, kind: typist-mark, reading: t, date: 1891-03-02, attests: type}
                """;

        assertThat(path(marks.formatted("")).steps().get(1).after()).hasSize(1);
        assertThat(path(marks.formatted("?")).steps())
                .allSatisfy(step -> assertThat(step.after()).isEmpty());
    }

    @Test
    void many_dated_acts_come_one_after_the_other() throws IOException {
        StringBuilder marks = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            marks.append("  - {id: m%d, on: letter, kind: annotation, reading: seen, date: %s, attests: see}%n"
                    .formatted(i, LocalDate.of(1891, 1, 1).plusDays(i)));
        }

        assertThat(path(marks.toString()).steps().subList(1, 200))
                .allSatisfy(step -> assertThat(step.after()).hasSize(1));
    }

    @Test
    void marks_that_say_the_same_attest_one_act() throws IOException {
        Path path = path("""
                  - {id: one, on: letter, kind: signature, reading: A, attests: sign, agents: [{name: A}]}
                  - {id: two, on: letter, kind: clause, reading: signed by A, attests: sign, agents: [{name: A}]}
                  - {id: three, on: letter, kind: signature, reading: B, attests: sign, agents: [{name: B}]}
                """);

        assertThat(path.steps()).extracting(step -> step.key().toString()).containsExactly("sign", "sign#2");
        assertThat(path.steps().get(0).marks()).hasSize(2);
    }

    @Test
    void its_drawing_is_xml_with_every_act_and_always_the_same() throws Exception {
        Path path = path("""
                  - {id: sent, on: letter, kind: heading, reading: A, attests: dispatch, agents: [{name: "A & <B>"}]}
                  - {id: got, on: letter, kind: heading, reading: B, attests: receive}
                """);
        String svg = DrawPath.svg(path, HOLDINGS);

        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                        .getDocumentElement()
                        .getTextContent())
                .contains("Dispatch letter", "Receive letter", "A & <B>");
        assertThat(DrawPath.svg(path, HOLDINGS)).isEqualTo(svg);
    }

    private Path path(String marks) throws IOException {
        Dossier dossier = CaseFile.read(Files.writeString(folder.resolve("case.yaml"), """
                case: bare
                title: Bare
                documents:
                  - {id: letter, form: Letter, title: Letter}
                marks:
                """ + marks));
        return new ChooseProcedure(HOLDINGS.proceduresOf(dossier))
                .explain(dossier, Dossier.PREFERRED)
                .path();
    }
}
