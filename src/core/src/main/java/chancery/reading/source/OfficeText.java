package chancery.reading.source;

import chancery.casefile.InvalidInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The text of DOCX and ODT documents, by Apache Tika: paragraphs as lines, the cells of a table's row parted as columns.
 * Deleted text is left out; nothing embedded is opened, and no macro runs.
 */
final class OfficeText {
    private static final EmbeddedDocumentExtractor NOTHING_EMBEDDED = new EmbeddedDocumentExtractor() {
        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {}
    };

    /** So many blanks part columns. */
    private static final int GAP = 4;

    private OfficeText() {}

    /** The parser for a packed file, if it is one of these documents. */
    static Optional<Parser> parser(Packed packed) throws IOException {
        if (packed.has("word/document.xml")) {
            return Optional.of(new OOXMLParser());
        }
        if (packed.has("mimetype") && packed.has("content.xml")) {
            try (InputStream in = packed.open("mimetype")) {
                String type = new String(in.readNBytes(100), StandardCharsets.US_ASCII);
                return type.startsWith("application/vnd.oasis.opendocument.text")
                        ? Optional.of(new OpenDocumentParser())
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /**
     * Reads a document.
     *
     * @throws InvalidInput if it is damaged or holds no text
     */
    static SourceText read(Path file, Parser parser) {
        GatheredText gathered = new GatheredText(file.toString());
        OfficeParserConfig config = new OfficeParserConfig();
        config.setUseSAXDocxExtractor(true);
        config.setIncludeDeletedContent(false);
        ParseContext context = new ParseContext();
        context.set(OfficeParserConfig.class, config);
        context.set(EmbeddedDocumentExtractor.class, NOTHING_EMBEDDED);
        try (InputStream in = TikaInputStream.get(Files.newInputStream(file))) {
            parser.parse(in, new Lines(gathered), new Metadata(), context);
        } catch (TikaException | SAXException | IOException broken) {
            throw InvalidInput.at(
                    file.toString(),
                    0,
                    "the document is damaged or encrypted (" + broken.getMessage() + ")",
                    "open it, and save it anew without a password");
        }
        if (gathered.isEmpty()) {
            throw SourceFile.withoutText(file);
        }
        return gathered.take(SourceFile.stem(file), List.of(), SourceFile.sha256(file));
    }

    /** Makes lines of the XHTML that Tika tells. */
    private static final class Lines extends DefaultHandler {
        private final GatheredText gathered;
        private final StringBuilder line = new StringBuilder();
        private boolean inBody;
        private boolean inRow;

        /** The cells of the row so far, each with its lines. */
        private final List<List<String>> cells = new ArrayList<>();

        Lines(GatheredText gathered) {
            this.gathered = gathered;
        }

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) {
            switch (name) {
                case "body" -> inBody = true;
                case "tr" -> {
                    flush();
                    inRow = true;
                }
                case "td", "th" -> cells.add(new ArrayList<>());
                case "br" -> end();
                default -> {}
            }
        }

        @Override
        public void endElement(String uri, String name, String qualified) {
            switch (name) {
                case "td", "th" -> end();
                case "tr" -> row();
                case "p", "h1", "h2", "h3", "h4", "h5", "h6" -> end();
                case "li", "div" -> flush();
                default -> {}
            }
        }

        @Override
        public void characters(char[] characters, int from, int length) {
            for (int at = from; inBody && at < from + length; at++) {
                if (characters[at] == '\n') {
                    end();
                } else {
                    line.append(characters[at]);
                }
            }
        }

        /** A paragraph or a line ends; an empty one parts what is above and below. */
        private void end() {
            if (!line.toString().isBlank()) {
                flush();
            } else if (!inRow) {
                gathered.region();
            }
        }

        private void flush() {
            String words = line.toString();
            line.setLength(0);
            if (inRow && !cells.isEmpty() && !words.isBlank()) {
                cells.get(cells.size() - 1).add(words.strip());
            } else if (!inRow) {
                gathered.line(words, null, null);
            }
        }

        /** The lines of cells that stand side by side, a wide gap between them. */
        private void row() {
            inRow = false;
            int lines = cells.stream().mapToInt(List::size).max().orElse(0);
            for (int at = 0; at < lines; at++) {
                StringBuilder row = new StringBuilder();
                int column = 0;
                for (List<String> cell : cells) {
                    row.append(" ".repeat(Math.max(0, column - row.length())))
                            .append(at < cell.size() ? cell.get(at) : "");
                    column += GAP + cell.stream().mapToInt(String::length).max().orElse(0);
                }
                gathered.line(row.toString(), null, null);
            }
            cells.clear();
        }
    }
}
