package org.pacta.reference.organisation;

import java.math.BigInteger;
import java.util.regex.Pattern;

/** The check digits of public registers: what they prove is that a number was copied without a slip, not that it exists. */
final class CheckDigits {

    private static final Pattern BUSINESS = Pattern.compile("\\d{8}[A-Z]");
    private static final Pattern COMPANY = Pattern.compile("(1[89]|20)\\d{7}[A-Z]");
    private static final Pattern OTHER_ENTITY = Pattern.compile("[RST]\\d\\d[A-HJ-NP-X]{2}\\d{4}[A-HJ-NP-X0-9]");
    private static final Pattern CREDIT_CODE = Pattern.compile("[0-9A-HJ-NP-RTUWXY]{18}");
    private static final Pattern LEGAL_ENTITY = Pattern.compile("[0-9A-Z]{18}\\d\\d");
    private static final Pattern RESEARCH = Pattern.compile("0[0-9a-hjkmnp-tv-z]{6}\\d\\d");

    private static final String DIGITS = "0123456789";
    private static final String LETTERS_FIRST = "ABCDEFGHJKLMNPQRSTUVWX0123456789";
    private static final String CREDIT_CODE_DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz";

    private CheckDigits() {}

    /** The three shapes of the Unique Entity Number of Singapore: a business, a local company, any other entity. */
    static boolean fitUen(String number) {
        if (BUSINESS.matcher(number).matches()) {
            return last(number) == "XMKECAWLJDB".charAt(sum(number, DIGITS, 10, 4, 9, 3, 8, 2, 7, 1) % 11);
        }
        if (COMPANY.matcher(number).matches()) {
            return last(number) == "ZKCMDNERGWH".charAt(sum(number, DIGITS, 10, 8, 6, 4, 9, 7, 5, 3, 1) % 11);
        }
        return OTHER_ENTITY.matcher(number).matches()
                && last(number)
                        == LETTERS_FIRST.charAt(
                                Math.floorMod(sum(number, LETTERS_FIRST, 4, 3, 5, 3, 10, 2, 2, 5, 7) - 5, 11));
    }

    /** GB 32100-2015: base 31, the weights are the powers of 3. */
    static boolean fitCreditCode(String number) {
        if (!CREDIT_CODE.matcher(number).matches()) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += CREDIT_CODE_DIGITS.indexOf(number.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return CREDIT_CODE_DIGITS.indexOf(last(number)) == Math.floorMod(-sum, 31);
    }

    /** ISO 17442: the letters read as 10 to 35, the whole leaves 1 when divided by 97 (ISO/IEC 7064). */
    static boolean fitLei(String number) {
        if (!LEGAL_ENTITY.matcher(number).matches()) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        number.chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }

    /** ROR: seven digits of Crockford's base 32, then two that check them (ISO/IEC 7064). */
    static boolean fitRor(String number) {
        if (!RESEARCH.matcher(number).matches()) {
            return false;
        }
        long value = 0;
        for (char digit : number.substring(0, 7).toCharArray()) {
            value = value * 32 + CROCKFORD.indexOf(digit);
        }
        return 98 - value * 100 % 97 == Integer.parseInt(number.substring(7));
    }

    private static int sum(String number, String digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += digits.indexOf(number.charAt(i)) * weights[i];
        }
        return sum;
    }

    private static char last(String number) {
        return number.charAt(number.length() - 1);
    }
}
