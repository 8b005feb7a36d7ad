using System.Collections.Immutable;
using Drever.Kql.Symbols;
using Drever.Kql.Syntax;

namespace Drever.Kql.Binding;

/// <summary>
/// <c>evaluate bag_unpack</c>: an extend with the members of the bag. Without a schema its columns are the keys that the rows have, in
/// the order of their names; a column that the query names and no row has is there, and null. Source: Kusto reference, "bag_unpack plugin".
/// </summary>
internal sealed partial class QueryBinder
{
    /// <param name="columns">The columns as far as they are known without the data.</param>
    private BoundRelation? BindBagUnpack(EvaluateOperator evaluate, PluginCall call, RowScope input, ImmutableArray<ColumnSymbol> columns)
    {
        if (BagUnpackOptions.Read(call, out var mistake) is not { } options)
        {
            _diagnostics.Error(WrongColumns, evaluate.Call.Span, mistake);
            return null;
        }

        if (call.Arguments is not [var bag, ..])
            return null;
        if (evaluate.Schema is not null)
            return UnpackDeclared(evaluate, call, input, columns, bag, options);
        var step = NextStep(evaluate);
        if (context.Discovered.Of(step) is not { } keys)
            return new BoundOpenStep(step, call.Name, OpenStepKind.BagKeys, input.Relation, bag, columns) { Span = evaluate.Span };

        var result = new List<ColumnSymbol>(call.Input.Where(c => c != call.ColumnAt(0)));
        var definitions = ImmutableArray.CreateBuilder<ColumnDefinition>();
        foreach (var key in keys.Where(k => !options.Ignored.Contains(k.Name)))
        {
            var name = options.Prefix.Length + key.Name.Length == 0 ? NameOfEmptyValue : options.Prefix + key.Name;
            var place = result.FindIndex(c => c.Name == name);
            if (place >= 0 && options.Conflict == ColumnsConflict.KeepSource)
                continue;
            if (place >= 0 && options.Conflict == ColumnsConflict.Error)
            {
                _diagnostics.Error(WrongColumns, evaluate.Call.Span, $"bag_unpack(): the input has a column '{name}' and so does the bag. Say which one counts with columnsConflict='replace_source' or 'keep_source', or give a prefix.");
                return null;
            }

            var column = new ColumnSymbol(name, key.Type);
            definitions.Add(new(column, MemberAs(bag, key.Name, key.Type)));
            if (place >= 0)
                result[place] = column;
            else
                result.Add(column);
        }

        foreach (var missing in inferred.Of(evaluate).Where(c => !result.Exists(known => known.Name == c.Name)))
        {
            definitions.Add(new(missing, new BoundLiteral(null, KqlType.Dynamic)));
            result.Add(missing);
        }

        return new BoundExtend(input.Relation, definitions.ToImmutable(), [.. result]) { Span = evaluate.Span };
    }

    /// <summary>With a schema nothing has to be looked up: what is no column of the input is a member of the bag, null where it has none.</summary>
    private BoundExtend UnpackDeclared(EvaluateOperator evaluate, PluginCall call, RowScope input, ImmutableArray<ColumnSymbol> columns, BoundExpression bag, BagUnpackOptions options)
    {
        var definitions = ImmutableArray.CreateBuilder<ColumnDefinition>(columns.Length);
        foreach (var column in columns.Where(c => !call.Input.Contains(c)))
        {
            var source = call.Input.FirstOrDefault(c => c.Name == column.Name && c != call.ColumnAt(0));
            BoundExpression value;
            if (source is not null && options.Conflict != ColumnsConflict.ReplaceSource)
                value = source.Type == column.Type ? new BoundColumn(source) : ConvertedBy(column.Type, new BoundColumn(source));
            else if (!column.Name.StartsWith(options.Prefix, StringComparison.Ordinal) || options.Ignored.Contains(column.Name[options.Prefix.Length..]))
                value = new BoundLiteral(null, column.Type);
            else
                value = MemberAs(bag, column.Name[options.Prefix.Length..], column.Type);
            definitions.Add(new(column, value));
        }

        return new BoundExtend(input.Relation, definitions.ToImmutable(), columns) { Span = evaluate.Span };
    }

    private BoundExpression MemberAs(BoundExpression bag, string key, KqlType type) => ConvertedBy(type, new BoundMember(bag, key));
}
