using Drever.Hunting;
using Spectre.Console;

namespace Drever.Cli.Output;

/// <summary>A table for people. Columns that are empty in every row shown are left out; the last line says so.</summary>
internal sealed class TableAnswerWriter(IAnsiConsole console, int mostRows) : IAnswerWriter
{
    private readonly List<string[]> _rows = [];
    private string[] _names = [];
    private long _count;

    public void Begin(IHuntingAnswer answer) => _names = [.. answer.Columns.Select(c => c.Name)];

    public void Row(IHuntingAnswer answer)
    {
        _count++;
        if (_rows.Count >= mostRows)
            return;
        var cells = new string[_names.Length];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = Printable(CellText.Of(answer, i));
        _rows.Add(cells);
    }

    public void End()
    {
        var shown = Enumerable.Range(0, _names.Length).Where(i => _rows.Count == 0 || _rows.Any(r => r[i].Length > 0)).ToArray();
        var table = new Table { Border = TableBorder.Rounded };
        foreach (var i in shown)
            table.AddColumn(new TableColumn(new Text(_names[i], new Style(decoration: Decoration.Bold))));
        foreach (var row in _rows)
            table.AddRow(shown.Select(i => new Text(row[i])));
        if (shown.Length > 0)
            console.Write(table);

        var parts = new List<string> { _count == 1 ? "1 row" : $"{_count} rows" };
        if (_count > _rows.Count)
            parts.Add($"the first {_rows.Count} shown");
        if (shown.Length < _names.Length)
            parts.Add($"{_names.Length - shown.Length} empty columns left out");
        console.WriteLine(string.Join(", ", parts));
    }

    /// <summary>Control characters of an event must not reach the terminal.</summary>
    private static string Printable(string text) =>
        text.AsSpan().IndexOfAnyInRange('\0', '\x1f') < 0 && !text.Contains('\x7f', StringComparison.Ordinal)
            ? text
            : string.Create(text.Length, text, static (span, source) =>
            {
                for (var i = 0; i < span.Length; i++)
                    span[i] = char.IsControl(source[i]) ? ' ' : source[i];
            });
}
