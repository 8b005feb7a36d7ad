using System.CommandLine;
using Drever.Kql.Symbols;
using Drever.Schema;
using Spectre.Console;

namespace Drever.Cli.Commands;

/// <summary><c>drever schema [TABLE]</c>: the tables, or one table's columns.</summary>
internal static class SchemaCommand
{
    public static Command Create(Terminal terminal)
    {
        var table = new Argument<string?>("table") { Description = "A table's name", Arity = ArgumentArity.ZeroOrOne, HelpName = "TABLE" };
        var command = new Command("schema", "Shows the hunting tables, or the columns of one") { table };
        command.SetAction(parse => Run(terminal, parse.GetValue(table)));
        return command;
    }

    private static int Run(Terminal terminal, string? name)
    {
        var schema = HuntingSchema.Load();
        if (name is null)
        {
            ShowTables(terminal, schema);
            return ExitCode.Ok;
        }

        if (!schema.TryGetTable(name, out var table))
        {
            var other = schema.Tables.FirstOrDefault(t => t.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Name;
            terminal.Error($"There is no table '{name}'." + (other is null ? " 'drever schema' lists them." : $" Did you mean '{other}'?"));
            return ExitCode.Misuse;
        }

        ShowColumns(terminal, table);
        return ExitCode.Ok;
    }

    private static void ShowTables(Terminal terminal, HuntingSchema schema)
    {
        var grid = new Table { Border = TableBorder.Rounded };
        grid.AddColumns("Table", "Category", "Kind", "Time", "Columns");
        foreach (var table in schema.Tables)
            grid.AddRow(new Text(table.Name), new Text(table.Category), new Text(table.Kind.ToString()), new Text(table.TimeColumn?.Name ?? ""), new Text($"{table.Columns.Length}"));
        foreach (var table in schema.LegacyTables)
            grid.AddRow(new Text(table.Name), new Text($"before 2020, shows {table.Storage.Name}"), new Text(table.Kind.ToString()), new Text(table.TimeColumn?.Name ?? ""), new Text($"{table.Columns.Length}"));
        terminal.Tables.Write(grid);
    }

    private static void ShowColumns(Terminal terminal, HuntingTable table)
    {
        var grid = new Table { Border = TableBorder.Rounded };
        grid.AddColumns("Column", "Type", "Note");
        foreach (var column in table.Columns.Concat(table.HiddenColumns))
            grid.AddRow(new Text(column.Name), new Text(column.Type.Name()), new Text(Note(column)));
        terminal.Tables.Write(grid);
    }

    private static string Note(HuntingColumn column) => column.Origin switch
    {
        ColumnOrigin.Former => "of a former schema; by name only",
        ColumnOrigin.Observed => "on no page; by name only",
        ColumnOrigin.TimeAlias => $"another name of {column.Stored?.Name}; by name only",
        _ => column.HoldsJson ? "JSON: members can be read" : "",
    };
}
