using System.Buffers;
using System.Collections.Immutable;

namespace Drever.Wire;

/// <summary><c>{"schema":[..],"results":[..]}</c>: Graph without any OData annotation, cells as in the Defender families.</summary>
internal sealed class GraphPlainAnswerWriter(ImmutableArray<WireColumn> columns, AnswerForm form) : AnswerWriter(columns)
{
    private readonly PlainCells _cells = new(columns, withZ: !form.LegacyDates);

    public override void WriteHead(IBufferWriter<byte> target, in WireStats stats)
    {
        var output = new JsonOut(target);
        output.Raw("{\"schema\":"u8);
        SchemaWriter.Write(ref output, Columns, lowerCase: true);
        output.Raw(",\"results\":["u8);
        output.Flush();
    }

    private protected override void WriteCells(ref JsonOut output, IWireRow row) => TableSize += _cells.Write(ref output, row);
}
