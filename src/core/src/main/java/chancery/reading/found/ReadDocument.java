package chancery.reading.found;

import chancery.casefile.Dossier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read of one document of a source.
 *
 * @param source the volume or file it stands in, without its ending
 * @param id its id there: the {@code xml:id} of a TEI document, or the name of a transcription
 * @param kind its kind in a word of the edition's guidelines, such as {@code telegram} or {@code memcon}
 * @param captions what stands beside the classification, as printed
 * @param archivalReference where it lies, as printed
 * @param acts in the order in which they happened, as far as that is known
 * @param negative what the source says did not happen or is not known, in short phrases
 * @param dossier the case file that comes of it
 * @param unread the sentences that name an act and were not understood
 * @param setAside the sentences that name an act and speak of something else, each with the reason
 * @param sentences how many sentences name an act, those not understood included
 * @param passages the text that was read, for people to check
 * @param zones into what its page was divided; none where the source says itself what stands where
 * @param remarks how its source was read, where that is no matter of course
 */
public record ReadDocument(
        String source,
        String id,
        String kind,
        @Nullable String classification,
        List<String> captions,
        @Nullable String archivalReference,
        List<FoundAct> acts,
        List<String> negative,
        Dossier dossier,
        List<Unread> unread,
        List<Unread> setAside,
        int sentences,
        List<Passage> passages,
        List<ReadZone> zones,
        List<String> remarks) {
    public ReadDocument {
        captions = List.copyOf(captions);
        acts = List.copyOf(acts);
        negative = List.copyOf(negative);
        unread = List.copyOf(unread);
        setAside = List.copyOf(setAside);
        passages = List.copyOf(passages);
        zones = List.copyOf(zones);
        remarks = List.copyOf(remarks);
    }
}
