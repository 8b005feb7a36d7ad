using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Values;

/// <summary>The engine's types of the representation.</summary>
public static class SqlTypes
{
    /// <summary>Digits after the point of a decimal that is made by a conversion; 38 are there in all.</summary>
    public const int DecimalScale = 18;

    /// <summary>With <c>Nullable</c> around it for all types that have NULL.</summary>
    public static SqlType Of(KqlType type) => type switch
    {
        KqlType.String or KqlType.Dynamic or KqlType.Unknown => SqlType.String,
        _ => SqlType.Nullable(NotNull(type)),
    };

    public static SqlType NotNull(KqlType type) => type switch
    {
        KqlType.Bool => SqlType.Bool,
        KqlType.Int => SqlType.Int32,
        KqlType.Long or KqlType.TimeSpan => SqlType.Int64,
        KqlType.Real => SqlType.Float64,
        KqlType.Decimal => SqlType.Decimal(DecimalScale),
        KqlType.DateTime => SqlType.DateTime,
        KqlType.Guid => SqlType.Uuid,
        _ => SqlType.String,
    };
}
