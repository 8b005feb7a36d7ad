using System.Buffers;
using System.Collections.Immutable;

namespace Drever.Wire;

/// <summary>
/// Writes a success body in three parts, so that the rows can be written while the query runs and the head, which in the
/// Defender families has the query's figures in it, after the last row: head, rows, tail.
/// </summary>
public abstract class AnswerWriter
{
    protected AnswerWriter(ImmutableArray<WireColumn> columns) => Columns = columns;

    public ImmutableArray<WireColumn> Columns { get; }

    /// <summary>Rows written so far.</summary>
    public long RowCount { get; private set; }

    /// <summary>Bytes of the values written so far, by the rule of <c>table_size</c>.</summary>
    public long TableSize { get; private protected set; }

    public static AnswerWriter For(WireFamily family, ImmutableArray<WireColumn> columns, AnswerForm form) =>
        (family, form.PlainGraph) switch
        {
            (WireFamily.Graph, false) => new GraphAnswerWriter(columns, form),
            (WireFamily.Graph, true) => new GraphPlainAnswerWriter(columns, form),
            _ => new DefenderAnswerWriter(columns, form),
        };

    /// <summary>Everything up to the first row.</summary>
    public abstract void WriteHead(IBufferWriter<byte> target, in WireStats stats);

    /// <summary>One row, with the comma that parts it from the row before.</summary>
    public void WriteRow(IBufferWriter<byte> target, IWireRow row)
    {
        var output = new JsonOut(target);
        if (RowCount++ > 0)
            output.Raw((byte)',');
        WriteCells(ref output, row);
        output.Raw(Columns.IsEmpty ? "{}"u8 : "}"u8);
        output.Flush();
    }

    /// <summary>Everything after the last row.</summary>
    public virtual void WriteTail(IBufferWriter<byte> target)
    {
        var output = new JsonOut(target);
        output.Raw("]}"u8);
        output.Flush();
    }

    // writes the opening brace with the first cell
    private protected abstract void WriteCells(ref JsonOut output, IWireRow row);
}

/// <summary>What of the answer's form does not follow from its family.</summary>
/// <param name="LegacyDates">Dates go out without <c>Z</c>: the query used tables of the 2018 schema.</param>
/// <param name="PlainGraph">Graph without annotations (<c>odata.metadata=none</c>).</param>
/// <param name="GraphContext">Graph's <c>@odata.context</c>.</param>
public sealed record AnswerForm(bool LegacyDates = false, bool PlainGraph = false, string GraphContext = AnswerForm.GlobalContext)
{
    /// <summary>The context of v1.0 in the global cloud.</summary>
    public const string GlobalContext = "https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.security.huntingQueryResults";
}
