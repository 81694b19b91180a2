package chancery.comparison.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.comparison.procedure.ProcedureComparison.Difference;
import chancery.comparison.procedure.ProcedureComparison.Orders;
import chancery.procedure.Holdings;
import chancery.procedure.Procedure;
import chancery.procedure.explanation.Example;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompareProceduresTest {
    private static final Holdings HOLDINGS = Holdings.in(Path.of("bpmn"), Path.of("processes"));

    @TempDir
    private Path folder;

    @Test
    void after_a_choice_two_acts_are_exclusive_after_a_fork_in_either_order() {
        Procedure choice = Example.procedure()
                .starts("start")
                .ends("end")
                .tasks("draft", "sign", "reject")
                .choices("how")
                .flow("start > draft > how [yes] > sign > end")
                .flow("how [no] > reject > end")
                .read();
        Procedure fork = Example.procedure()
                .starts("start")
                .ends("end", "other")
                .tasks("draft", "sign", "reject")
                .forks("both")
                .flow("start > draft > both > sign > end")
                .flow("both > reject > other")
                .read();

        ProcedureComparison comparison = CompareProcedures.compare(choice, fork);

        assertThat(comparison.orders())
                .containsExactly(new Orders("Task_sign", "Task_reject", "never together", "either order"));
    }

    @Test
    void a_loop_changes_no_order_and_is_told_apart() {
        Procedure plain = Example.procedure()
                .starts("start")
                .ends("end")
                .tasks("draft", "clear", "sign")
                .flow("start > draft > clear > sign > end")
                .read();
        Procedure looped = Example.procedure()
                .starts("start")
                .ends("end")
                .tasks("draft", "clear", "sign")
                .choices("again", "granted")
                .flow("start > again > draft > clear > granted [yes] > sign > end")
                .flow("granted [no] > again")
                .read();

        ProcedureComparison comparison = CompareProcedures.compare(plain, looped);

        assertThat(comparison.orders()).isEmpty();
        assertThat(comparison.differences())
                .extracting(Difference::kind)
                .containsExactly(ProcedureComparison.Kind.CHOICE, ProcedureComparison.Kind.LOOP);
        assertThat(comparison.overview())
                .filteredOn(topic -> topic.topic().equals("may refuse"))
                .extracting(ProcedureComparison.Topic::left, ProcedureComparison.Topic::right)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("nobody", "Office"));
    }

    @Test
    void a_step_on_a_way_back_comes_after_what_it_sends_back() {
        Example returned = Example.procedure()
                .starts("start")
                .ends("end")
                .tasks("draft", "clear", "sign")
                .choices("again", "granted")
                .flow("start > again > draft > granted [yes] > sign > end")
                .flow("granted [no] > clear > again");
        Example forward = Example.procedure()
                .starts("start")
                .ends("end")
                .tasks("draft", "clear", "sign")
                .flow("start > clear > draft > sign > end");

        assertThat(CompareProcedures.compare(returned.read(), forward.read()).orders())
                .containsExactlyInAnyOrder(
                        new Orders("Task_draft", "Task_clear", "always before", "always after"),
                        new Orders("Task_sign", "Task_clear", "never together", "always after"));
    }

    @Test
    void steps_to_the_dispatch_are_counted_along_the_order_of_causes() {
        Procedure fork = Example.procedure()
                .starts("start")
                .ends("end", "other")
                .tasks("draft", "copy", "file", "clear", "sign", "dispatch")
                .forks("both")
                .choices("how", "on")
                .flow("start > draft > both > how [long] > clear > sign > on > dispatch > end")
                .flow("how [short] > on")
                .flow("both > copy > file > other")
                .read();

        assertThat(new ProcedureFacts(fork).toDispatch()).contains(new ProcedureFacts.Length(2, 4));
    }

    @Test
    void two_steps_that_change_places_are_one_sentence() {
        Example one = Example.procedure().starts("start").ends("end").tasks("draft", "clear", "sign");
        Example other = Example.procedure().starts("start").ends("end").tasks("draft", "clear", "sign");

        assertThat(sentences(
                        one.flow("start > draft > clear > sign > end").read(),
                        other.flow("start > draft > sign > clear > end").read()))
                .singleElement()
                .asString()
                .startsWith("\"clear\" (Task_clear) and \"sign\" (Task_sign): always before in example@")
                .contains(", always after in example@");
    }

    @ParameterizedTest(name = "{1} becomes {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "bpmn/soviet-cc.bpmn | name=\"Type the copies\" | name=\"Type them\" | The label of \"Type the copies\" (Task_Type) is \"Type the copies\" in OLD and \"Type them\" in NEW.",
                "bpmn/soviet-cc.bpmn | name=\"act\" value=\"authenticate\" | name=\"act\" value=\"sign\" | The act of \"Certify true copy\" (Task_CertifyCopy) is \"authenticate\" in OLD and \"sign\" in NEW.",
                "bpmn/soviet-cc.bpmn | <camunda:property name=\"act\" value=\"authenticate\" /> | <camunda:property name=\"office\" value=\"department\" /><camunda:property name=\"act\" value=\"authenticate\" /> | The office of \"Certify true copy\" (Task_CertifyCopy) is \"minister-secretariat\" in OLD and \"department\" in NEW.",
                "bpmn/soviet-cc.bpmn | 'deferred' | 'postponed' | The choice Gateway_SittingResult is in OLD: sittingResult = adopted or sittingResult = amended or sittingResult = deferred or sittingResult = rejected; in NEW: sittingResult = adopted or sittingResult = amended or sittingResult = postponed or sittingResult = rejected.",
                "bpmn/extract-return-period.dmn | P42D | P56D | The decision table extract-return-period is in OLD: moscow gives P14D, elsewhere gives P1M, distant gives P42D, anything gives P14D; in NEW: moscow gives P14D, elsewhere gives P1M, distant gives P56D, anything gives P14D.",
                "processes/soviet-cc/procedure.yaml | confidence: medium | confidence: low | The confidence is \"medium\" in OLD and \"low\" in NEW.",
                "processes/soviet-cc/procedure.yaml | {name: Embassy, | {name: Legation, | The office embassy is in OLD: Embassy {ru=Посольство}; in NEW: Legation {ru=Посольство}.",
                "bpmn/soviet-cc.bpmn | Confidence: medium. | Confidence: middling. | Their files differ, but prescribe the same; what differs is drawing, wording or comments.",
            })
    void a_planted_change_yields_exactly_its_sentence(String file, String old, String changed, String sentence)
            throws IOException {
        Procedure before = HOLDINGS.procedure("soviet-cc");
        Procedure after = changed(file, old, changed);

        assertThat(sentences(before, after))
                .containsExactly(sentence.replace("OLD", "soviet-cc@" + before.version())
                        .replace("NEW", "soviet-cc@" + after.version()));
    }

    @Test
    void a_procedure_compared_with_itself_differs_in_nothing() {
        for (String id : HOLDINGS.procedures()) {
            assertThat(sentences(HOLDINGS.procedure(id), HOLDINGS.procedure(id)))
                    .isEmpty();
        }
    }

    @Test
    void all_pairs_give_the_same_bytes_twice_and_fit_the_schema() throws IOException {
        List<String> ids = HOLDINGS.procedures();
        for (int i = 0; i < ids.size(); i++) {
            for (int j = i + 1; j < ids.size(); j++) {
                String first = json(HOLDINGS, ids.get(i), ids.get(j));
                String again = json(Holdings.in(Path.of("bpmn"), Path.of("processes")), ids.get(i), ids.get(j));
                assertThat(again).isEqualTo(first);
                assertThat(faults(first)).as(ids.get(i) + " and " + ids.get(j)).isEmpty();
            }
        }
    }

    private static String json(Holdings holdings, String one, String other) {
        return ProcedureComparisonJson.line(
                CompareProcedures.compare(holdings.procedure(one), holdings.procedure(other)));
    }

    private static List<?> faults(String json) throws IOException {
        try (InputStream schema =
                CompareProceduresTest.class.getResourceAsStream("/schema/procedure-comparison.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema)
                    .validate(json, InputFormat.JSON);
        }
    }

    private static List<String> sentences(Procedure one, Procedure other) {
        return CompareProcedures.compare(one, other).differences().stream()
                .map(Difference::sentence)
                .toList();
    }

    /** The Soviet procedure with one place of one file changed. */
    private Procedure changed(String file, String old, String changed) throws IOException {
        for (String part : List.of("bpmn", "processes/soviet-cc")) {
            Files.createDirectories(folder.resolve(part));
            try (Stream<Path> files = Files.list(Path.of(part))) {
                for (Path each : files.filter(Files::isRegularFile).toList()) {
                    String text = Files.readString(each);
                    if (each.equals(Path.of(file))) {
                        assertThat(text).contains(old);
                        text = text.replace(old, changed);
                    }
                    Files.writeString(folder.resolve(part).resolve(each.getFileName()), text);
                }
            }
        }
        return Holdings.in(folder.resolve("bpmn"), folder.resolve("processes")).procedure("soviet-cc");
    }
}
