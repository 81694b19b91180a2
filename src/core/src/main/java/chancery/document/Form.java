package chancery.document;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Documentary form. */
public enum Form {
    NOTE("Note"),
    MEMORANDUM("Memorandum"),
    RESOLUTION("Resolution"),
    INSTRUCTION("Instruction"),
    TELEGRAM("Telegram"),
    DESPATCH("Despatch"),
    MINUTE("Minute"),
    LETTER("Letter"),
    MEMORANDUM_OF_CONVERSATION("MemorandumOfConversation"),
    MESSAGE("Message"),
    REPORT("Report"),
    ESTIMATE("Estimate"),
    MINUTES("Minutes"),
    JOURNAL("Journal"),
    PAPER("Paper"),
    EXTRACT("Extract"),
    EXECUTION_REPORT("ExecutionReport");

    private final String word;

    Form(String word) {
        this.word = word;
    }

    /** The form as case files and diagrams write it. */
    public String word() {
        return word;
    }

    /** The form that is written so, if there is one. */
    public static Optional<Form> of(String word) {
        return Arrays.stream(values()).filter(form -> form.word.equals(word)).findFirst();
    }

    /** All forms as written. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Form::word).toList();
    }
}
