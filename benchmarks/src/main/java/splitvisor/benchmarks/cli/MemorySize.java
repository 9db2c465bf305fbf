package splitvisor.benchmarks.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// The value of `--memory`: bytes, or with the suffix K, M or G.
final class MemorySize implements ITypeConverter<Long> {

    @Override
    public Long convert(String value) {
        int last = value.isEmpty() ? 0 : Character.toUpperCase(value.charAt(value.length() - 1));
        int shift = last == 'K' ? 10 : last == 'M' ? 20 : last == 'G' ? 30 : 0;
        String digits = shift == 0 ? value : value.substring(0, value.length() - 1);
        try {
            return Math.multiplyExact(Long.parseLong(digits), 1L << shift);
        } catch (NumberFormatException | ArithmeticException e) {
            throw new TypeConversionException(
                    "'%s' is not a size; write 64M, 1G or a number of bytes".formatted(value));
        }
    }
}
