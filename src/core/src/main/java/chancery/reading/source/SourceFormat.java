package chancery.reading.source;

import chancery.casefile.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.tika.parser.Parser;

/** The formats in which the text of papers lies, told by how a file begins, since names lie. */
public enum SourceFormat {
    PDF {
        @Override
        public List<SourceText> read(Path file, Consumer<RuntimeException> leftOut) {
            return List.of(PdfText.read(file));
        }
    },
    PACKED {
        @Override
        public List<SourceText> read(Path file, Consumer<RuntimeException> leftOut) {
            return Packed.with(file, packed -> {
                Optional<Parser> office = OfficeText.parser(packed);
                return office.isPresent()
                        ? List.of(OfficeText.read(file, office.get()))
                        : new PageFiles(file, leftOut).packed(packed);
            });
        }
    },
    PAGES {
        @Override
        public List<SourceText> read(Path file, Consumer<RuntimeException> leftOut) {
            return List.of(new PageFiles(file, leftOut).page());
        }
    },
    METS {
        @Override
        public List<SourceText> read(Path file, Consumer<RuntimeException> leftOut) {
            return List.of(new PageFiles(file, leftOut).mets());
        }
    },
    IIIF {
        @Override
        public List<SourceText> read(Path file, Consumer<RuntimeException> leftOut) {
            return List.of(IiifText.read(file));
        }
    },
    PLAIN {
        @Override
        public List<SourceText> read(Path file, Consumer<RuntimeException> leftOut) {
            return List.of(PlainText.read(file));
        }
    };

    /** The outermost tag, behind declaration, comments and processing instructions; its prefix does not matter. */
    private static final Pattern ROOT = Pattern.compile(
            "(?s)(?:<\\?.*?\\?>|<!--.*?-->|\\s)*<(?:[A-Za-z][\\w.-]*:)?([A-Za-z][\\w.-]*)(?=[\\s/>]).*");

    /**
     * Reads a file of this format.
     *
     * @param leftOut takes why a page is left out
     * @return its papers
     * @throws InvalidInput if it cannot be read, or holds no text
     */
    public abstract List<SourceText> read(Path file, Consumer<RuntimeException> leftOut);

    /** The outermost element of XML, without its prefix; empty if the file does not begin as XML does. */
    public static Optional<String> root(byte[] beginning) {
        Matcher root = ROOT.matcher(new String(beginning, StandardCharsets.ISO_8859_1)
                .replaceAll("[\\x00\u00bb\u00bf\u00ef\u00fe\u00ff]", ""));
        return root.matches() ? Optional.of(root.group(1)) : Optional.empty();
    }

    /** The format of a file that begins so; what is none of the others is plain text. */
    public static SourceFormat of(byte[] beginning) {
        String bytes = new String(beginning, StandardCharsets.ISO_8859_1);
        if (bytes.startsWith("%PDF-")) {
            return PDF;
        }
        if (bytes.startsWith("PK\u0003\u0004")) {
            return PACKED;
        }
        if (bytes.replaceFirst("^\u00ef\u00bb\u00bf", "").matches("(?s)\\s*(?:\\{\\s*\"|\\[\\s*\\{\\s*\").*")) {
            return IIIF;
        }
        return switch (root(beginning).orElse("")) {
            case "PcGts", "alto" -> PAGES;
            case "mets" -> METS;
            default -> PLAIN;
        };
    }
}
