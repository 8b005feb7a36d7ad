using CsvHelper;
using Drever.Hunting;

namespace Drever.Cli.Output;

/// <summary>RFC 4180, with a header.</summary>
internal sealed class CsvAnswerWriter(TextWriter output) : IAnswerWriter, IDisposable
{
    private readonly CsvWriter _csv = CsvWriter.Create(output, new CsvWriterOptions(), leaveOpen: true);

    public void Begin(IHuntingAnswer answer)
    {
        foreach (var column in answer.Columns)
            _csv.WriteField(column.Name);
        _csv.EndRecord();
    }

    public void Row(IHuntingAnswer answer)
    {
        for (var i = 0; i < answer.Columns.Length; i++)
            _csv.WriteField(CellText.Of(answer, i));
        _csv.EndRecord();
    }

    public void End() => _csv.Flush();

    public void Dispose() => _csv.Dispose();
}
