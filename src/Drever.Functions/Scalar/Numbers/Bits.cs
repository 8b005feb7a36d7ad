using Drever.Functions.Operators;
using Drever.Sql;

namespace Drever.Functions.Scalar.Numbers;

/// <summary>Operations on the bits of two whole numbers. Source: Kusto reference, "binary_and()" and its relatives.</summary>
internal abstract class BitOperation(string name, string engineName) : ScalarFunction
{
    public override IReadOnlyList<string> Signatures { get; } = [$"{name}(value1: integer, value2: integer): long as FirstArgument foldable"];

    public override SqlValue Lower(ScalarCall call) => call.Returns(Expr.Call(engineName, Integers.AsLong(call[0]), Integers.AsLong(call[1])));
}

internal sealed class BinaryAnd() : BitOperation("binary_and", "bitAnd")
{
    public override string Doc => "The bits that both numbers have.";

    public override IReadOnlyList<Example> Examples { get; } = [new("binary_and(6, 3)", "2")];
}

internal sealed class BinaryOr() : BitOperation("binary_or", "bitOr")
{
    public override string Doc => "The bits that one of the numbers has.";

    public override IReadOnlyList<Example> Examples { get; } = [new("binary_or(5, 3)", "7")];
}

internal sealed class BinaryXor() : BitOperation("binary_xor", "bitXor")
{
    public override string Doc => "The bits that exactly one of the numbers has.";

    public override IReadOnlyList<Example> Examples { get; } = [new("binary_xor(1, 1)", "0"), new("binary_xor(5, 3)", "6")];
}

internal sealed class BinaryNot : ScalarFunction
{
    public override IReadOnlyList<string> Signatures { get; } = ["binary_not(value: integer): long as FirstArgument foldable"];

    public override string Doc => "All bits turned over.";

    public override IReadOnlyList<Example> Examples { get; } = [new("binary_not(100)", "-101")];

    public override SqlValue Lower(ScalarCall call) => call.Returns(Expr.Call("bitNot", Integers.AsLong(call[0])));
}

/// <summary>Shifts: by the number modulo 64; null for a negative one.</summary>
internal abstract class ShiftFunction(string name, string engineName) : ScalarFunction
{
    public override IReadOnlyList<string> Signatures { get; } = [$"{name}(value: integer, shift: integer): long as FirstArgument foldable"];

    public override SqlValue Lower(ScalarCall call)
    {
        var places = Integers.AsLong(call[1]);
        var shifted = Expr.Call(engineName, Integers.AsLong(call[0]), Expr.Call("toUInt8", Expr.Call("bitAnd", places, Expr.Number(63))));
        return Arithmetic.ConstantOf(call[1].Sql) >= 0
            ? call.Returns(shifted)
            : call.ReturnsNullable(Expr.If(Expr.Less(places, Expr.Number(0)), Expr.Null, shifted));
    }
}

internal sealed class BinaryShiftLeft() : ShiftFunction("binary_shift_left", "bitShiftLeft")
{
    public override string Doc => "The bits moved to the left.";

    public override IReadOnlyList<Example> Examples { get; } = [new("binary_shift_left(1, 4)", "16"), new("isnull(binary_shift_left(1, -1))", "true")];
}

internal sealed class BinaryShiftRight() : ShiftFunction("binary_shift_right", "bitShiftRight")
{
    public override string Doc => "The bits moved to the right, the sign kept.";

    public override IReadOnlyList<Example> Examples { get; } = [new("binary_shift_right(1, 2)", "0"), new("binary_shift_right(-8, 1)", "-4")];
}

internal sealed class BitsetCountOnes : ScalarFunction
{
    public override IReadOnlyList<string> Signatures { get; } = ["bitset_count_ones(value: integer): long as FirstArgument foldable"];

    public override string Doc => "How many bits are set.";

    public override IReadOnlyList<Example> Examples { get; } = [new("bitset_count_ones(42)", "3")];

    public override SqlValue Lower(ScalarCall call) => call.Returns(Expr.Call("toInt64", Expr.Call("bitCount", Integers.AsLong(call[0]))));
}
