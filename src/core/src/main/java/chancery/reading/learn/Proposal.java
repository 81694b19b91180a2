package chancery.reading.learn;

import chancery.reading.form.MarksFile;
import java.util.List;

/**
 * A form of words made of a correction.
 *
 * @param id of the form
 * @param from of which mark it was made, and by whom, in words
 * @param language whose words it has
 * @param yaml the form as files of words write it, indented by two blanks
 * @param words a file of words that holds it alone and was loaded, its example tried
 * @param missing what the correction says and the form does not give
 */
public record Proposal(String id, String from, String language, String yaml, MarksFile words, List<String> missing) {
    public Proposal {
        missing = List.copyOf(missing);
    }

    /** A file of words with some proposals of one language. */
    public static String file(List<Proposal> proposals) {
        StringBuilder file = new StringBuilder("# Forms of words made of corrections; change them as you see fit.\n")
                .append("words: learned\nlanguage: ")
                .append(proposals.get(0).language())
                .append("\nforms:\n");
        proposals.forEach(
                each -> file.append("  # of ").append(each.from()).append("\n").append(each.yaml()));
        return file.toString();
    }
}
