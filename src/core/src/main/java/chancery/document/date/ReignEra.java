package chancery.document.date;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The reign eras of the Qing. Year 1 of an era begins with the Chinese new year of the Gregorian year given here, the one
 * after the accession; the last year runs to the new year at which the next era begins. Source: Endymion Wilkinson,
 * <i>Chinese History: A New Manual</i>, on the reign periods of the Qing.
 */
enum ReignEra {
    SHUNZHI("Shunzhi", "順治 顺治", 1644, 18),
    KANGXI("Kangxi", "康熙", 1662, 61),
    YONGZHENG("Yongzheng", "雍正", 1723, 13),
    QIANLONG("Qianlong", "乾隆", 1736, 60),
    JIAQING("Jiaqing", "嘉慶 嘉庆", 1796, 25),
    DAOGUANG("Daoguang", "道光", 1821, 30),
    XIANFENG("Xianfeng", "咸豐 咸丰", 1851, 11),
    TONGZHI("Tongzhi", "同治", 1862, 13),
    GUANGXU("Guangxu", "光緒 光绪 光緖", 1875, 34),
    XUANTONG("Xuantong", "宣統 宣统", 1909, 3);

    private final String pinyin;
    private final Set<String> characters;
    private final int first;
    private final int years;

    ReignEra(String pinyin, String characters, int first, int years) {
        this.pinyin = pinyin;
        this.characters = Set.of(characters.split(" ", -1));
        this.first = first;
        this.years = years;
    }

    /** The era of that name, in Pinyin or in characters, full or simplified. */
    static Optional<ReignEra> of(String name) {
        return Arrays.stream(values())
                .filter(era -> era.pinyin.equals(name) || era.characters.contains(name))
                .findFirst();
    }

    /** The names of all eras, for messages. */
    static String names() {
        return Arrays.stream(values()).map(era -> era.pinyin).collect(Collectors.joining(", "));
    }

    /**
     * The Gregorian year in which a year of the era begins.
     *
     * @throws IllegalArgumentException if the era has no such year
     */
    int begins(int year) {
        if (year < 1 || year > years) {
            throw new IllegalArgumentException(pinyin + " has no year " + year + "; it has the years 1 to " + years
                    + ", which begin in " + first + " to " + (first + years - 1) + ": check era and year");
        }
        return first + year - 1;
    }
}
