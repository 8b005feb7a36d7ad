using Drever.Functions;
using Drever.Functions.Values;
using Drever.Kql.Binding;
using Drever.Kql.Symbols;
using Drever.Sql;
using Drever.Translation.Lowering.Expressions;
using Drever.Translation.Lowering.Operators;
using Drever.Translation.Plan;

namespace Drever.Translation.Lowering;

/// <summary>From the relational tree to SQL: one SELECT block after another, each operator in a file of its own.</summary>
internal sealed class RelationLowering(LoweringSession session)
{
    public LoweringSession Session { get; } = session;

    /// <summary>The SQL of a whole query.</summary>
    public static SqlQuery Lower(BoundRelation root, CompileContext context)
    {
        var relations = new RelationLowering(new LoweringSession(context, new NameAllocator(root.Columns), SharedResults.ReadSeveralTimes(root)));
        var block = relations.Lower(root);
        if (context.RowLimit is { } limit)
        {
            if (block.IsLimited)
                block = block.Nest();
            block.SetLimit(Expr.Number(limit));
        }

        var select = block.BuildResult(root.Columns);
        return select with { With = [.. relations.Session.BuildShared()] };
    }

    public SelectBlock Lower(BoundRelation relation) => relation switch
    {
        ScopedScan scan => ScanLowering.Lower(scan, this),
        BoundScan scan => ScanLowering.Lower(new ScopedScan(scan, null, null), this),
        BoundSingleRow => new SelectBlock(Session, NoSource.Instance),
        BoundDataTable table => DataTableLowering.Lower(table, this),
        BoundRange range => RangeLowering.Lower(range, this),
        BoundFilter filter => FilterLowering.Lower(filter, this),
        BoundProject project => ProjectLowering.Lower(project.Input, project.Definitions, this),
        BoundExtend extend => ProjectLowering.Lower(extend.Input, extend.Definitions, this),
        BoundSummarize summarize => SummarizeLowering.Lower(summarize, this),
        BoundSort sort => SortLowering.Lower(sort, this),
        BoundTake take => TakeLowering.Lower(take.Input, take.Count, this),
        BoundSample sample => TakeLowering.Lower(sample.Input, sample.Count, this),
        BoundSerialize serialize => SerializeLowering.Lower(serialize, this),
        BoundJoin join => JoinLowering.Lower(join, this),
        BoundUnion union => UnionLowering.Lower(union, this),
        BoundMvExpand expand => MvExpandLowering.Lower(expand, this),
        BoundMvApply apply => MvApplyLowering.Lower(apply, this),
        BoundApplySource source => Session.ApplyRows(source.Scope),
        BoundMakeSeries series => MakeSeriesLowering.Lower(series, this),
        BoundParse parse => ParseLowering.Lower(parse, this),
        BoundParseKv parse => ParseKvLowering.Lower(parse, this),
        BoundShared shared => SharedLowering.Lower(shared, this),
        _ => throw new InvalidOperationException($"no way to lower {relation.GetType().Name}"),
    };

    public SqlValue Lower(BoundExpression expression, SelectBlock over) => new RowScope(this, over).Lower(expression);

    /// <summary>An expression that names no column.</summary>
    public SqlValue LowerConstant(BoundExpression expression) => Lower(expression, new SelectBlock(Session, NoSource.Instance));

    /// <summary>
    /// The block in which a step's expressions can be written: the given one, or a SELECT around it where they name a column that
    /// is itself computed, so that nothing is computed twice.
    /// </summary>
    public static SelectBlock Over(SelectBlock block, IEnumerable<BoundExpression> expressions) =>
        expressions.SelectMany(BoundTree.All).Any(e => e is BoundColumn column && block.SlotOf(column.Column).IsComputed) ? block.Nest() : block;

    /// <summary>toscalar(): the first column of the first row. The engine gives NULL for no row, which for texts is empty.</summary>
    public SqlValue ScalarQuery(BoundScalarQuery scalar)
    {
        var block = Lower(scalar.Query);
        if (block.IsLimited)
            block = block.Nest();
        block.SetLimit(Expr.Number(1));
        var column = scalar.Query.Columns[0];
        block.Export(column);
        var sql = new SqlScalarSubquery(block.Build());
        var value = new SqlValue(sql, column.Type, Nullable: true);
        return column.Type is KqlType.String or KqlType.Dynamic
            ? value with { Sql = Expr.Call("ifNull", sql, Expr.Text("")), Nullable = false }
            : value;
    }

    public SqlQuery TableForIn(BoundRelation table, KqlType asType)
    {
        var block = Lower(table);
        var column = table.Columns[0];
        var result = new ColumnSymbol(column.Name, asType);
        block.Define(result, new ColumnSlot(() => block.SlotOf(column).Value.To(asType)));
        block.Export(result);
        return block.Build();
    }

    public SqlValue TableAsArray(BoundRelation table)
    {
        var block = Lower(table).Nest();
        var column = table.Columns[0];
        var array = new ColumnSymbol("values", column.Type);
        block.Define(array, new ColumnSlot(() => block.SlotOf(column).Value with { Sql = Expr.Call("groupArray", block.SlotOf(column).Value.Sql) }));
        block.GroupBy = [];
        block.Export(array);
        return new SqlValue(new SqlScalarSubquery(block.Build()), column.Type, Nullable: false);
    }
}
