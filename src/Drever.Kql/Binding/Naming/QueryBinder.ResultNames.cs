using System.Globalization;
using Drever.Kql.Symbols;
using Drever.Kql.Syntax;

namespace Drever.Kql.Binding;

/// <summary>The names of columns that the query gives none, as the language service makes them.</summary>
internal sealed partial class QueryBinder
{
    private int _nextColumn = 1;

    /// <summary><c>Column1</c>, <c>Column2</c>: counted through the whole query, past names that mean something already.</summary>
    private string DefaultName(Scope scope, bool seesRow)
    {
        string name;
        do
        {
            name = "Column" + _nextColumn.ToString(CultureInfo.InvariantCulture);
            _nextColumn++;
        }
        while (scope.Locals.Find(name) is not null || context.Tables.FindTable(name) is not null || (seesRow && scope.Rows?.Find(name) is not null));

        return name;
    }

    /// <summary>The name that an expression gives its column by itself, or null.</summary>
    private string? ResultName(Expression expression, Scope scope)
    {
        switch (expression)
        {
            case NameExpression name:
                return name.Name.Text;
            case ParenthesizedExpression parenthesized:
                return ResultName(parenthesized.Inner, scope);
            case OrderedExpression ordered:
                return ResultName(ordered.Value, scope);
            case NamedExpression { HasNameList: false } named:
                return named.Names[0].Text;
            case PathExpression { Target: JoinSideExpression } side:
                return ResultName(side.Selector, scope);
            case PathExpression path:
                return Joined(ResultName(path.Target, scope), ResultName(path.Selector, scope));
            case ElementExpression element:
                return Joined(ResultName(element.Target, scope), IndexName(element.Index));
            case FunctionCall call:
                return CallName(call, scope);
            default:
                return null;
        }
    }

    private static string? Joined(string? left, string? right) => string.IsNullOrWhiteSpace(left) ? right : $"{left}_{right}";

    private static string? IndexName(Expression index) => index switch
    {
        StringLiteral text => text.Value,
        LongLiteral { Value: >= 0 and var number } => number.ToString(CultureInfo.InvariantCulture),
        IntLiteral { Value: >= 0 and var number } => number.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    private string? CallName(FunctionCall call, Scope scope)
    {
        var name = call.Name.Text;
        if (scope.Locals.Find(name) is not null)
            return null;
        var function = scope.Calls == CallContext.Aggregate ? context.Functions.FindAggregate(name) ?? context.Functions.FindFunction(name) : context.Functions.FindFunction(name);
        if (function is null)
            return null;
        var arguments = call.Arguments;
        // the arguments of an aggregate are of one row again
        var inner = function.Kind == FunctionKind.Aggregate ? scope with { Calls = CallContext.Scalar } : scope;
        switch (function.Naming)
        {
            case ResultNaming.FirstArgument:
                return arguments.Count > 0 ? ResultName(arguments[0], inner) : null;
            case ResultNaming.OnlyArgument:
                return arguments.Count == 1 ? ResultName(arguments[0], inner) : null;
            case ResultNaming.NameAndFirstArgument:
                return function.Name + "_" + (arguments.Count > 0 ? ResultName(arguments[0], inner) : "");
            case ResultNaming.PrefixAndFirstArgument:
                return function.NamePrefix + "_" + (arguments.Count > 0 ? ResultName(arguments[0], inner) : "");
            case ResultNaming.PrefixOnly:
                return function.NamePrefix;
            case ResultNaming.FirstArgumentValueIfColumn:
                return arguments.Count > 0 && arguments[0] is StringLiteral text && scope.Rows?.Find(text.Value) is not null ? text.Value : null;
            default:
                return null;
        }
    }
}
