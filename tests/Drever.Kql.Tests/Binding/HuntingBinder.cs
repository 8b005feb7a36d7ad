using System.Collections.Immutable;
using Drever.Functions;
using Drever.Kql.Binding;
using Drever.Kql.Symbols;
using Drever.Kql.Syntax;
using Drever.Kql.Text;
using Drever.Schema;

namespace Drever.Kql.Tests.Binding;

/// <summary>Binds query texts: against the hunting tables, or against a few small ones.</summary>
internal static class HuntingBinder
{
    private static readonly HuntingSchema Schema = HuntingSchema.Load();
    private static readonly FunctionLibrary Functions = FunctionLibrary.Load();
    private static readonly BindingContext Hunting = new(Schema, Functions) { ServiceFunctions = Schema.ServiceFunctions };

    private static readonly BindingContext Small = new(new SmallTables(), Functions);

    /// <summary>Against the hunting tables.</summary>
    public static BoundQuery Hunt(string query) => Bind(query, Hunting);

    /// <summary>
    /// Against T(s:string, i:int, l:long, r:real, m:decimal, b:bool, t:datetime, n:timespan, g:guid, d:dynamic),
    /// U(s:string, k:long, l:real) and W(s:string, ['x y']:long).
    /// </summary>
    public static BoundQuery Bind(string query) => Bind(query, Small);

    public static BoundQuery Bind(string query, BindingContext context) =>
        KqlBinder.Bind(KqlParser.Parse(new SourceText(query), ParseLimits.Default), context, CancellationToken.None);

    public static BindingContext With(ITableCatalog tables) => new(tables, Functions);

    /// <summary>Names and types of the result: <c>a:long, b:string</c>; the first error in their place.</summary>
    public static string Columns(BoundQuery query) =>
        query.HasErrors ? $"{query.Diagnostics[0].Code} {query.Diagnostics[0].Message}" : string.Join(", ", query.Columns);

    private sealed class SmallTables : ITableCatalog
    {
        private readonly ImmutableArray<TableSymbol> _tables =
        [
            Table("T", "s:string i:int l:long r:real m:decimal b:bool t:datetime n:timespan g:guid d:dynamic"),
            Table("U", "s:string k:long l:real"),
            Table("W", "s:string x_y:long"),
        ];

        public IEnumerable<TableSymbol> Tables => _tables;

        public TableSymbol? FindTable(string name) => _tables.FirstOrDefault(t => t.Name == name);

        private static TableSymbol Table(string name, string columns) =>
            new(name, [.. columns.Split(' ').Select(c => c.Split(':')).Select(c => new ColumnSymbol(c[0].Replace('_', ' '), KqlTypes.TryParse(c[1], out var type) ? type : KqlType.Unknown))]);
    }
}
