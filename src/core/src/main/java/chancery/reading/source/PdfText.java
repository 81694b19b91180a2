package chancery.reading.source;

import chancery.casefile.InvalidInput;
import chancery.document.Place.Box;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/**
 * The text of a PDF, by Apache PDFBox, in lines as they stand on its pages: a wide gap parts columns, a distance of more
 * than a line and a half parts stretches.
 */
final class PdfText extends PDFTextStripper {
    private static final long LARGEST = 100_000_000;
    private static final int MOST_PAGES = 2_000;

    /** So many times the width of a character part columns; as many blanks stand for it in the text. */
    private static final int GAP = 3;

    private static final float STRETCH = 1.7f;

    private final GatheredText gathered;
    private final StringBuilder line = new StringBuilder();
    private @Nullable Box box;
    private float left;
    private float right;
    private float bottom;
    private float width;

    private PdfText(GatheredText gathered) {
        this.gathered = gathered;
        setSortByPosition(true);
        setLineSeparator("\n");
    }

    /**
     * Reads a file.
     *
     * @throws InvalidInput if it is damaged, encrypted, too large, or holds no text
     */
    static SourceText read(Path file) {
        String name = file.toString();
        GatheredText gathered = new GatheredText(name);
        try {
            if (Files.size(file) > LARGEST) {
                throw InvalidInput.at(name, 0, "the PDF is larger than " + LARGEST + " bytes", "split it");
            }
            try (PDDocument pdf = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
                if (pdf.getNumberOfPages() > MOST_PAGES) {
                    throw InvalidInput.at(
                            name,
                            0,
                            "the PDF has " + pdf.getNumberOfPages() + " pages, more than " + MOST_PAGES,
                            "split it");
                }
                new PdfText(gathered).writeText(pdf, Writer.nullWriter());
            }
        } catch (InvalidPasswordException encrypted) {
            throw InvalidInput.at(name, 0, "the PDF is encrypted", "save it without a password");
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof InvalidInput refused) {
                throw refused;
            }
            throw InvalidInput.at(
                    name,
                    0,
                    "the PDF is damaged (" + broken.getMessage() + ")",
                    "open it in a viewer, and print or save it anew");
        }
        if (gathered.isEmpty()) {
            throw SourceFile.withoutText(file);
        }
        return gathered.take(SourceFile.stem(file), List.of(), SourceFile.sha256(file));
    }

    @Override
    protected void startPage(PDPage page) {
        gathered.page("page-" + getCurrentPageNo());
        bottom = 0;
        left = page.getCropBox().getWidth();
        for (List<TextPosition> column : getCharactersByArticle()) {
            for (TextPosition character : column) {
                left = Math.min(left, character.getXDirAdj());
            }
        }
    }

    @Override
    protected void writeString(String text, List<TextPosition> characters) {
        if (text.isBlank() || characters.isEmpty()) {
            return;
        }
        TextPosition first = characters.get(0);
        TextPosition last = characters.get(characters.size() - 1);
        float end = last.getXDirAdj() + last.getWidthDirAdj();
        width = (end - first.getXDirAdj()) / Math.max(1, text.length());
        float height = Math.max(1, first.getHeightDir());
        if (box == null) {
            if (bottom > 0 && first.getYDirAdj() - bottom > STRETCH * lineHeight(first)) {
                gathered.region();
            }
            bottom = first.getYDirAdj();
            line.append(" ".repeat(Math.max(0, Math.round((first.getXDirAdj() - left) / Math.max(1, width)))));
        } else if (first.getXDirAdj() - right > GAP * Math.max(1, width)) {
            line.append(" ".repeat(GAP));
        } else if (line.length() > 0) {
            line.append(first.getXDirAdj() - right > width * 0.2f ? " " : "");
        }
        line.append(text);
        right = end;
        Box own = new Box(
                Math.max(0, (int) first.getXDirAdj()),
                Math.max(0, (int) (first.getYDirAdj() - height)),
                Math.max(0, Math.round(end - first.getXDirAdj())),
                Math.round(height));
        box = box == null ? own : box.and(own);
    }

    private static float lineHeight(TextPosition character) {
        return Math.max(character.getFontSizeInPt(), character.getHeightDir());
    }

    @Override
    protected void writeWordSeparator() {
        // the distance to the next word says how wide the gap is
    }

    @Override
    protected void writeLineSeparator() {
        flush();
    }

    @Override
    protected void endPage(PDPage page) {
        flush();
    }

    private void flush() {
        gathered.line(line.toString(), box, null);
        line.setLength(0);
        box = null;
    }
}
