using System.Collections.Immutable;
using Drever.Hunting;
using Drever.Kql.Symbols;
using Drever.Wire;

namespace Drever.Server;

/// <summary>An answer's current row, as the wire reads it.</summary>
internal sealed class AnswerRow(IHuntingAnswer answer) : IWireRow
{
    public static ImmutableArray<WireColumn> Columns(IHuntingAnswer answer) =>
        [.. answer.Columns.Select(c => new WireColumn(c.Name, Type(c.Type)))];

    public bool IsNull(int column) => answer.IsNull(column);

    public bool GetBool(int column) => answer.GetBool(column);

    public int GetInt(int column) => answer.GetInt(column);

    public long GetLong(int column) => answer.GetLong(column);

    public double GetReal(int column) => answer.GetReal(column);

    public ReadOnlySpan<byte> GetDecimalText(int column) => answer.GetDecimalText(column);

    public long GetDateTimeTicks(int column) => answer.GetDateTimeTicks(column);

    public long GetTimeSpanTicks(int column) => answer.GetTimeSpanTicks(column);

    public Guid GetGuid(int column) => answer.GetGuid(column);

    public ReadOnlySpan<byte> GetUtf8(int column) => answer.GetUtf8(column);

    public ReadOnlySpan<byte> GetDynamicJson(int column) => answer.GetDynamicJson(column);

    private static WireType Type(KqlType type) => type switch
    {
        KqlType.Bool => WireType.Bool,
        KqlType.Int => WireType.Int,
        KqlType.Long => WireType.Long,
        KqlType.Real => WireType.Real,
        KqlType.Decimal => WireType.Decimal,
        KqlType.DateTime => WireType.DateTime,
        KqlType.TimeSpan => WireType.TimeSpan,
        KqlType.Guid => WireType.Guid,
        KqlType.String => WireType.String,
        _ => WireType.Dynamic,
    };
}
