using System.Collections.Immutable;
using Drever.Functions;
using Drever.Functions.Values;
using Drever.Kql.Binding;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Translation.Lowering.Expressions;

/// <summary>Lowers expressions over the rows of one SELECT.</summary>
internal class RowScope(RelationLowering relations, SelectBlock block) : ILoweringContext
{
    protected LoweringSession Session => relations.Session;

    public SqlExpression Now => Session.Now;

    public SqlValue IngestionTime => block.Has(Session.IngestionTime) ? Column(Session.IngestionTime) : TruthValues.NullOf(KqlType.DateTime);

    public string NewVariable(string hint) => Session.Names.New(hint);

    public SqlValue Lower(BoundExpression expression) => Lower(expression, inFilter: false);

    /// <summary>A predicate for WHERE: null and false are the same.</summary>
    public SqlExpression LowerFilter(BoundExpression predicate)
    {
        var value = Lower(predicate, inFilter: true);
        return value.Type == KqlType.Bool ? value.Sql : value.To(KqlType.Bool).IsTrue();
    }

    public SqlValue LowerTableAsArray(BoundRelation table) => relations.TableAsArray(table);

    public SqlQuery LowerTableForIn(BoundRelation table, KqlType asType) => relations.TableForIn(table, asType);

    public StoredColumn? StoredColumnOf(BoundExpression expression) =>
        expression is BoundColumn column ? block.SlotOf(column.Column).Stored : null;

    protected virtual SqlValue Column(ColumnSymbol symbol) => block.SlotOf(symbol).Value;

    protected virtual SqlValue Aggregate(AggregateFunction function, BoundCall call) =>
        throw new InvalidOperationException($"'{call.Function.Name}' stands outside a summarize");

    private SqlValue Lower(BoundExpression expression, bool inFilter) => expression switch
    {
        BoundLiteral literal => Literals.Of(literal),
        BoundColumn column => Column(column.Column),
        BoundCall call => LowerCall(call, inFilter),
        BoundMember member => new SqlValue(DynamicPaths.Member(Lower(member.Target).Sql, member.Name), KqlType.Dynamic, Nullable: false),
        BoundElement element => new SqlValue(DynamicPaths.Element(Lower(element.Target).Sql, Lower(element.Index)), KqlType.Dynamic, Nullable: false),
        BoundConversion conversion => Lower(conversion.Operand).To(conversion.Type),
        // a function of several values gives them as a dynamic array
        BoundTupleItem item => new SqlValue(
            DynamicPaths.Element(Lower(item.Tuple).Sql, new SqlValue(Expr.Number(item.Index), KqlType.Long, Nullable: false)), KqlType.Dynamic, Nullable: false).To(item.Type),
        BoundScalarQuery scalar => relations.ScalarQuery(scalar),
        // the function that takes one reads it from the bound argument
        BoundTypeLiteral or BoundTableArgument => new SqlValue(Expr.Null, KqlType.Unknown, Nullable: true),
        _ => throw new InvalidOperationException($"no way to lower {expression.GetType().Name}"),
    };

    private SqlValue LowerCall(BoundCall call, bool inFilter)
    {
        switch (relations.Session.Context.Functions.Implementation(call.Function))
        {
            case ScalarFunction function:
                var passesFilter = inFilter && call.Function.Kind == FunctionKind.Operator && call.Function.Name is "and" or "or";
                var arguments = LowerArguments(call, passesFilter);
                return function.Lower(new ScalarCall(arguments, call.Arguments, call.Type, this) { InFilter = inFilter });
            case WindowFunction function:
                return function.Lower(new WindowCall(LowerArguments(call, false), call.Arguments, call.Type, this, block.SqlWindowOrder())
                {
                    PartitionBy = block.Partition is { } partition ? [block.SlotOf(partition).Value.Sql] : [],
                });
            case AggregateFunction function:
                return Aggregate(function, call);
            default:
                throw new InvalidOperationException($"'{call.Function.Name}' has no lowering");
        }
    }

    protected ImmutableArray<SqlValue> LowerArguments(BoundCall call, bool inFilter) => [.. call.Arguments.Select(a => Lower(a, inFilter))];
}
