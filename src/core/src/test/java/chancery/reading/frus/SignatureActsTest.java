package chancery.reading.frus;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.reading.found.Passage;
import chancery.reading.routing.UsStateWords;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureActsTest {
    @ParameterizedTest
    @ValueSource(strings = {"Message Unsigned", "[Unsigned]", "Colonel, USA"})
    void a_line_that_names_nobody_is_no_signature(String line) {
        assertThat(signers(line)).isEmpty();
    }

    @Test
    void a_name_is() {
        assertThat(signers("Anna Fox")).containsExactly("Anna Fox");
    }

    private static List<String> signers(String line) {
        FrusDocument document = new FrusDocument(
                "d1",
                1,
                new Passage("d1/head", "heading", "1. Letter From Fox to Gray"),
                null,
                null,
                List.of(),
                List.of(new Passage("d1/signed", "signature", line)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                Map.of());
        return new FrusReader(UsStateWords.WORDS)
                .read(document).acts().stream()
                        .filter(act -> act.act().word().equals("sign"))
                        .flatMap(act -> act.by().stream())
                        .toList();
    }
}
