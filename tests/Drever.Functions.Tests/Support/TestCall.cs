using System.Collections.Immutable;
using Drever.Functions.Values;
using Drever.Kql.Binding;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Tests.Support;

/// <summary>An operand of a call that is lowered by hand.</summary>
internal readonly record struct Operand(BoundExpression Bound, SqlValue Value);

/// <summary>Calls of functions and operators, lowered without a compiler.</summary>
internal static class TestCall
{
    private static readonly FunctionLibrary Library = FunctionLibrary.Load();

    public static SqlValue Operator(string text, KqlType type, params Operand[] operands) => Operator(text, type, new TestContext(), inFilter: false, operands);

    public static SqlValue Operator(string text, KqlType type, TestContext context, bool inFilter, params Operand[] operands) =>
        Lower(Library.FindOperator(text)!, type, context, inFilter, operands);

    public static SqlValue Function(string name, KqlType type, params Operand[] operands) =>
        Lower(Library.FindFunction(name)!, type, new TestContext(), inFilter: false, operands);

    public static Operand Text(string value) => Literal(value, KqlType.String);

    public static Operand Literal(object? value, KqlType type)
    {
        var literal = new BoundLiteral(value, type);
        return new Operand(literal, Literals.Of(literal));
    }

    /// <summary>A column of the source <c>t</c>: nullable unless it is text.</summary>
    public static Operand Column(string name, KqlType type) =>
        new(new BoundColumn(new ColumnSymbol(name, type)), new SqlValue(new SqlColumn("t", name), type, type is not (KqlType.String or KqlType.Dynamic)));

    /// <summary>A value that the engine only learns at run time.</summary>
    public static Operand RunTime(Operand literal) =>
        literal with { Bound = new BoundColumn(new ColumnSymbol("x", literal.Value.Type)), Value = literal.Value with { Sql = Expr.Call("materialize", Stored(literal.Value)) } };

    private static SqlExpression Stored(SqlValue value) =>
        value.Type is KqlType.Decimal ? value.Sql : Expr.Cast(value.Sql, value.Nullable ? SqlTypes.Of(value.Type) : SqlTypes.NotNull(value.Type));

    private static SqlValue Lower(FunctionSymbol symbol, KqlType type, TestContext context, bool inFilter, Operand[] operands)
    {
        var function = (ScalarFunction)Library.Implementation(symbol)!;
        ImmutableArray<SqlValue> values = [.. operands.Select(o => o.Value)];
        return function.Lower(new ScalarCall(values, [.. operands.Select(o => o.Bound)], type, context) { InFilter = inFilter });
    }
}
