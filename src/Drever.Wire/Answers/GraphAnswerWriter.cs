using System.Buffers;
using System.Collections.Immutable;

namespace Drever.Wire;

/// <summary><c>{"@odata.context":..,"schema":[..],"results":[..]}</c> with Graph's recorded annotations.</summary>
internal sealed class GraphAnswerWriter(ImmutableArray<WireColumn> columns, AnswerForm form) : AnswerWriter(columns)
{
    private readonly GraphCells _cells = new(columns, withZ: !form.LegacyDates);

    public override void WriteHead(IBufferWriter<byte> target, in WireStats stats)
    {
        var output = new JsonOut(target);
        output.Raw("{\"@odata.context\":"u8);
        output.Text(form.GraphContext);
        output.Raw(",\"schema\":"u8);
        SchemaWriter.Write(ref output, Columns, lowerCase: true);
        output.Raw(",\"results\":["u8);
        output.Flush();
    }

    private protected override void WriteCells(ref JsonOut output, IWireRow row) => TableSize += _cells.Write(ref output, row);
}
