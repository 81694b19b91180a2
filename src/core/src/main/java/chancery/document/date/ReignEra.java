package chancery.document.date;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The reign eras of the Qing. Year 1 of an era begins with the Chinese new year of the Gregorian year given here, the one
 * after the accession; the last year runs to the new year at which the next era begins. Source: Endymion Wilkinson,
 * <i>Chinese History: A New Manual</i>, on the reign periods of the Qing.
 */
enum ReignEra {
    SHUNZHI("Shunzhi", 1644, 18),
    KANGXI("Kangxi", 1662, 61),
    YONGZHENG("Yongzheng", 1723, 13),
    QIANLONG("Qianlong", 1736, 60),
    JIAQING("Jiaqing", 1796, 25),
    DAOGUANG("Daoguang", 1821, 30),
    XIANFENG("Xianfeng", 1851, 11),
    TONGZHI("Tongzhi", 1862, 13),
    GUANGXU("Guangxu", 1875, 34),
    XUANTONG("Xuantong", 1909, 3);

    private final String pinyin;
    private final int first;
    private final int years;

    ReignEra(String pinyin, int first, int years) {
        this.pinyin = pinyin;
        this.first = first;
        this.years = years;
    }

    /** The era of that name. */
    static Optional<ReignEra> of(String pinyin) {
        return Arrays.stream(values()).filter(era -> era.pinyin.equals(pinyin)).findFirst();
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
