package chancery.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chancery.audit.WriteCheckpoint.Outcome;
import chancery.cli.book.Books;
import chancery.ledger.BrokenKey;
import chancery.ledger.Checkpoint;
import chancery.ledger.CheckpointFolder;
import chancery.ledger.Finding;
import chancery.ledger.Head;
import chancery.ledger.SigningKey;
import chancery.ledger.Verification;
import chancery.ledger.VerifierKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
    private static final Instant NOON = Instant.parse("2026-01-17T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    /** The worked example of the Go package golang.org/x/mod/sumdb/note. */
    private static final String PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String ANSWER = "If you think cryptography is the answer to your problem,\n"
            + "then you don't know what your problem is.\n";
    private static final String NOTE =
            ANSWER + "\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1F"
                    + "FYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    private final WrittenLedger written = WrittenLedger.onH2(Books.ALL);

    @TempDir
    Path data;

    @AfterEach
    void close() {
        written.close();
    }

    @Test
    void the_worked_example_of_signed_notes_verifies() {
        VerifierKey key = VerifierKey.read(PETER);

        assertThat(key.text()).isEqualTo(PETER);
        assertThat(key.open(NOTE)).isEqualTo(ANSWER);
        assertThatThrownBy(() -> key.open(NOTE.replace("answer", "question")))
                .hasMessage("the text is not the one that was signed");
    }

    @Test
    void a_verifier_key_whose_hash_is_another_is_refused() {
        assertThatThrownBy(() -> VerifierKey.read(PETER.replace("c74f20a3", "c74f20a4")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_checkpoint_has_origin_size_hash_and_time_a_line_each() {
        written.append(1);
        Head head = written.ledger.head();
        Checkpoint checkpoint = new Checkpoint(head.origin(), 1, head.hash(), NOON);

        assertThat(checkpoint.text().lines())
                .startsWith("chancery/" + head.ledgerId(), "1")
                .endsWith("2026-01-17T12:00:00Z")
                .hasSize(4);
        assertThat(Checkpoint.read(checkpoint.text())).isEqualTo(checkpoint);
    }

    @Test
    void the_key_is_made_once_and_for_the_owner_alone() throws Exception {
        SigningKey first = SigningKey.of(data, "chancery/1");
        SigningKey second = SigningKey.of(data, "chancery/2");

        assertThat(second.verifier().text()).isEqualTo(first.verifier().text());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("ledger-key"))))
                .isEqualTo("rw-------");
        assertThat(Files.readString(data.resolve("ledger-key.pub")).strip())
                .isEqualTo(first.verifier().text());
        assertThat(first.verifier().open(second.sign("text\n"))).isEqualTo("text\n");
    }

    @Test
    void a_key_file_that_holds_no_key_is_refused_and_left() throws Exception {
        Files.writeString(data.resolve("ledger-key"), "nonsense\n");

        assertThatThrownBy(() -> SigningKey.of(data, "chancery/1"))
                .isInstanceOf(BrokenKey.class)
                .hasMessageContaining("ledger-key: there is no key in it that signs");
        assertThat(data.resolve("ledger-key")).hasContent("nonsense");
    }

    @Test
    void none_is_written_while_the_ledger_has_not_grown() throws Exception {
        written.append(2);

        assertThat(write().outcome()).isEqualTo(Outcome.WRITTEN);
        assertThat(write().outcome()).isEqualTo(Outcome.UNCHANGED);
        written.append(1);
        assertThat(write().outcome()).isEqualTo(Outcome.WRITTEN);
        assertThat(verify().checkpoints()).isEqualTo(2);
        assertThat(verify().sound()).isTrue();
        assertThat(folder().resolve("000000000003-20260117T120000Z.txt")).exists();
    }

    @Test
    void none_is_written_over_a_ledger_that_is_shorter_than_the_newest() {
        written.append(2);
        write();
        written.database.update("DELETE FROM " + written.book(2).table() + " WHERE entry_no = 2");
        written.database.update("DELETE FROM chancery_ledger WHERE entry_no = 2");
        written.database.update("UPDATE chancery_ledger_head SET size = 1,"
                + " hash = (SELECT hash FROM chancery_ledger WHERE entry_no = 1)");

        assertThat(write().outcome()).isEqualTo(Outcome.CONTRADICTED);
        assertThat(verify().counts()).containsExactly(java.util.Map.entry(Finding.Kind.CUT, 1L));
    }

    @Test
    void a_file_with_another_key_of_another_ledger_or_without_a_note_is_refused() throws Exception {
        written.append(1);
        write();
        Head head = written.ledger.head();
        SigningKey own = SigningKey.of(data, head.origin());
        Checkpoint checkpoint = new Checkpoint(head.origin(), 1, head.hash(), NOON);
        Files.writeString(
                folder().resolve("a.txt"), SigningKey.generate(head.origin()).sign(checkpoint.text()));
        Files.writeString(
                folder().resolve("b.txt"), own.sign(new Checkpoint("chancery/other", 1, head.hash(), NOON).text()));
        Files.writeString(folder().resolve("c.txt"), "nonsense");
        Files.write(folder().resolve("d.txt"), new byte[] {(byte) 0xff, 0});
        Files.writeString(folder().resolve("e.txt"), own.sign("nonsense\n"));
        Files.writeString(folder().resolve("f.txt"), own.sign(checkpoint.text()).replace("\n1\n", "\n2\n"));

        Verification verification = verify();

        assertThat(verification.sound()).isTrue();
        assertThat(verification.checkpoints()).isEqualTo(1);
        assertThat(verification.refused())
                .extracting(refusal -> refusal.reason().replaceAll("[:,;].*", ""))
                .containsExactly(
                        "not signed with the key " + own.verifier().name() + "+"
                                + own.verifier().hash(),
                        "a checkpoint of another ledger",
                        "not a signed note",
                        "not a signed note",
                        "not a checkpoint",
                        "the text is not the one that was signed");
    }

    private Path folder() {
        return data.resolve("checkpoints");
    }

    private WriteCheckpoint.Answer write() {
        return new WriteCheckpoint(written.source, data, folder(), CLOCK).write();
    }

    private Verification verify() {
        return new VerifyDatabase(written.source, Books.ALL)
                .verify(new CheckpointFolder(folder()), data.resolve("ledger-key.pub"), number -> {});
    }
}
