using Drever.Functions.Values;

namespace Drever.Functions.Scalar.Conversion;

/// <summary>The conversion functions whose rule is <see cref="Conversions.To"/>.</summary>
internal abstract class ConversionFunction : ScalarFunction
{
    public override SqlValue Lower(ScalarCall call) => call[0].To(call.Type);
}
