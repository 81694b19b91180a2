package chancery.reading.source;

import chancery.casefile.InvalidInput;
import chancery.reading.text.XmlSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Papers whose pages were recognised: a page in PAGE or ALTO XML, a METS file that lists pages beside it, or an archive
 * of pages, as Transkribus and eScriptorium export them. The pages of a folder are one paper, in the order of their METS
 * file or else of their names. A page that cannot be read is left out, and the others are read.
 */
final class PageFiles {
    private static final String XLINK = "http://www.w3.org/1999/xlink";

    private final Path file;
    private final Consumer<RuntimeException> leftOut;

    /** @param leftOut takes why a page is left out */
    PageFiles(Path file, Consumer<RuntimeException> leftOut) {
        this.file = file;
        this.leftOut = leftOut;
    }

    /** Opens one of the files that belong together, by the name that the list of them has. */
    private interface Opener {
        InputStream open(String name) throws IOException;
    }

    /** One page, or several in one file. */
    SourceText page() {
        GatheredText gathered = new GatheredText(file.toString());
        XmlSource.with(file, xml -> root(xml, gathered));
        return whole(gathered, SourceFile.stem(file));
    }

    /**
     * The pages that a METS file lists, in its folder or below it; the folder names the paper.
     *
     * @throws InvalidInput if it lists none that is read
     */
    SourceText mets() {
        List<String> listed = new ArrayList<>();
        XmlSource.with(file, xml -> listed.addAll(listed(xml)));
        Path folder = file.toAbsolutePath().resolveSibling(".").normalize();
        GatheredText gathered = gathered(listed, name -> {
            Path page = folder.resolve(name).normalize();
            if (!page.startsWith(folder)) {
                throw InvalidInput.at(
                        file.toString(),
                        0,
                        "\"" + name + "\" lies outside of the folder",
                        "put it beside the METS file");
            }
            return Files.newInputStream(page);
        });
        return whole(gathered, SourceFile.stem(folder));
    }

    /** The papers of an archive, a folder each. */
    List<SourceText> packed(Packed packed) throws IOException {
        Map<String, List<String>> folders = new TreeMap<>();
        packed.names().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(".xml"))
                .filter(name -> !name.matches("(?:.*/)?(?:\\.|__MACOSX).*"))
                .sorted()
                .forEach(name -> folders.computeIfAbsent(paper(name), none -> new ArrayList<>())
                        .add(name));
        List<SourceText> papers = new ArrayList<>();
        for (Map.Entry<String, List<String>> folder : folders.entrySet()) {
            GatheredText gathered = gathered(ordered(folder.getValue(), packed), packed::open);
            if (!gathered.isEmpty()) {
                String own = folder.getKey().replaceFirst(".*/", "");
                String stem = SourceFile.stem(file);
                papers.add(taken(gathered, folders.size() == 1 || own.isEmpty() ? stem : stem + "-" + own));
            }
        }
        if (papers.isEmpty()) {
            throw InvalidInput.at(
                    file.toString(),
                    0,
                    "the archive holds no page with text in PAGE or ALTO XML",
                    "export the pages with their text, or unpack it and read its files");
        }
        return papers;
    }

    /** The folder of a paper: that of the page, or the one above where pages have a folder of their own. */
    private static String paper(String entry) {
        int slash = entry.lastIndexOf('/');
        String folder = slash < 0 ? "" : entry.substring(0, slash);
        return folder.replaceFirst("(?i)(?:^|/)(?:page|alto)(?:xml)?$", "");
    }

    /** In the order of the METS file among them, if there is one. */
    private List<String> ordered(List<String> entries, Packed packed) throws IOException {
        for (String entry : entries) {
            if (entry.matches("(?i)(?:.*/)?mets\\.xml")) {
                String folder = entry.substring(0, entry.lastIndexOf('/') + 1);
                List<String> listed = new ArrayList<>();
                try (InputStream in = packed.open(entry)) {
                    XmlSource.with(file + "!" + entry, in, xml -> listed.addAll(listed(xml)));
                }
                List<String> inside = listed.stream()
                        .map(name -> folder + name)
                        .filter(packed::has)
                        .toList();
                if (!inside.isEmpty()) {
                    return inside;
                }
            }
        }
        return entries;
    }

    /** The XML files that a METS file lists, those of PAGE before those of ALTO, so that no page is read twice. */
    private static List<String> listed(XMLStreamReader xml) throws XMLStreamException {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        String group = "";
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("fileGrp")) {
                group = String.valueOf(xml.getAttributeValue(null, "ID"))
                        + String.valueOf(xml.getAttributeValue(null, "USE"));
            } else if (xml.getLocalName().equals("FLocat")) {
                String name = xml.getAttributeValue(XLINK, "href");
                if (name != null && name.toLowerCase(Locale.ROOT).endsWith(".xml") && !name.contains("://")) {
                    groups.computeIfAbsent(group.toLowerCase(Locale.ROOT), none -> new ArrayList<>())
                            .add(name.replace('\\', '/'));
                }
            }
        }
        return groups.entrySet().stream()
                .filter(each -> each.getKey().contains("page"))
                .findFirst()
                .or(() -> groups.entrySet().stream().findFirst())
                .map(Map.Entry::getValue)
                .orElse(List.of());
    }

    private GatheredText gathered(List<String> names, Opener opener) {
        GatheredText gathered = new GatheredText(file.toString());
        for (String name : names) {
            String called = file + "!" + name;
            GatheredText.Mark before = gathered.mark();
            try (InputStream in = opener.open(name)) {
                XmlSource.with(called, in, xml -> root(xml, gathered));
            } catch (InvalidInput refused) {
                gathered.backTo(before);
                leftOut.accept(refused);
            } catch (IOException broken) {
                gathered.backTo(before);
                leftOut.accept(InvalidInput.at(
                        called, 0, "the page cannot be read (" + broken.getMessage() + ")", "check it"));
            }
        }
        return gathered;
    }

    /** Reads PAGE or ALTO; what has another root, such as the METS file itself, is no page. */
    private static void root(XMLStreamReader xml, GatheredText gathered) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw XmlSource.refusal(
                        xml,
                        "the file has a document type declaration, which could name other files or entities; take it out");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "PcGts" -> PageXml.read(xml, gathered);
                    case "alto" -> AltoXml.read(xml, gathered);
                    default -> {}
                }
                return;
            }
        }
    }

    private SourceText whole(GatheredText gathered, String id) {
        if (gathered.isEmpty()) {
            throw SourceFile.withoutText(file);
        }
        return taken(gathered, id);
    }

    private SourceText taken(GatheredText gathered, String id) {
        return gathered.take(id, List.of(), SourceFile.sha256(file));
    }
}
