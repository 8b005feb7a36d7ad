using System.Buffers;
using System.Collections.Immutable;

namespace Drever.Wire;

/// <summary><c>{"Stats":..,"Schema":[..],"Results":[..]}</c>, of both Defender families.</summary>
internal sealed class DefenderAnswerWriter(ImmutableArray<WireColumn> columns, AnswerForm form) : AnswerWriter(columns)
{
    private readonly PlainCells _cells = new(columns, withZ: !form.LegacyDates);

    public override void WriteHead(IBufferWriter<byte> target, in WireStats stats)
    {
        var output = new JsonOut(target);
        output.Raw("{\"Stats\":"u8);
        StatsWriter.Write(ref output, stats);
        output.Raw(",\"Schema\":"u8);
        SchemaWriter.Write(ref output, Columns, lowerCase: false);
        output.Raw(",\"Results\":["u8);
        output.Flush();
    }

    private protected override void WriteCells(ref JsonOut output, IWireRow row) => TableSize += _cells.Write(ref output, row);
}
