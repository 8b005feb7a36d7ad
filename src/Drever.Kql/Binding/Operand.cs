using System.Diagnostics.CodeAnalysis;

namespace Drever.Kql.Binding;

/// <summary>What an expression is where a value or a table may stand: exactly one of the two.</summary>
internal readonly record struct Operand(BoundExpression? Scalar, RowScope? Table)
{
    [MemberNotNullWhen(true, nameof(Table))]
    public bool IsTable => Table is not null;

    public static implicit operator Operand(BoundExpression scalar) => new(scalar, null);

    public static implicit operator Operand(RowScope table) => new(null, table);
}
