namespace Drever.Sql;

public sealed partial class SqlWriter
{
    /// <summary>How tightly an expression holds together; the higher binds first. Function calls and literals never need brackets.</summary>
    private static int Precedence(SqlExpression expression) => expression switch
    {
        SqlLambda => 0,
        SqlBinary { Operator: SqlBinaryOperator.Or } => 1,
        SqlBinary { Operator: SqlBinaryOperator.And } => 2,
        SqlUnary { Operator: SqlUnaryOperator.Not } => 3,
        SqlUnary { Operator: SqlUnaryOperator.IsNull or SqlUnaryOperator.IsNotNull } => 4,
        SqlBinary { Operator: <= SqlBinaryOperator.ILike } or SqlIn => 5,
        SqlBinary { Operator: SqlBinaryOperator.Add or SqlBinaryOperator.Subtract } => 6,
        SqlBinary => 7,
        SqlUnary { Operator: SqlUnaryOperator.Negate } or SqlInteger { Value: < 0 } or SqlFloat { Value: < 0 } => 8,
        _ => 9,
    };

    private void WriteExpression(SqlExpression expression)
    {
        switch (expression)
        {
            case SqlString s: SqlText.AppendString(_text, s.Value); break;
            // the one integer whose digits do not fit without its sign
            case SqlInteger { Value: long.MinValue }: _text.Append("toInt64('-9223372036854775808')"); break;
            case SqlInteger i: WriteInteger(i.Value); break;
            case SqlFloat f: SqlText.AppendFloat(_text, f.Value); break;
            case SqlBool b: _text.Append(b.Value ? "true" : "false"); break;
            case SqlNull: _text.Append("NULL"); break;
            case SqlColumn column:
                SqlText.AppendName(_text, column.Source);
                _text.Append('.');
                SqlText.AppendName(_text, column.Name);
                break;
            case SqlVariable variable: WriteName(variable.Name); break;
            case SqlCall call: WriteCall(call); break;
            case SqlUnary unary: WriteUnary(unary); break;
            case SqlBinary binary: WriteBinary(binary); break;
            case SqlIn @in: WriteIn(@in); break;
            case SqlCast cast:
                _text.Append("CAST(");
                WriteExpression(cast.Operand);
                _text.Append(", ");
                SqlText.AppendString(_text, cast.Type.Name);
                _text.Append(')');
                break;
            case SqlLambda lambda:
                _text.Append('(');
                WriteList(lambda.Parameters, (w, name) => w.WriteName(name));
                _text.Append(") -> ");
                WriteOperand(lambda.Body, 1);
                break;
            case SqlArray array:
                _text.Append('[');
                WriteList(array.Items, (w, e) => w.WriteExpression(e));
                _text.Append(']');
                break;
            case SqlTuple tuple:
                _text.Append("tuple(");
                WriteList(tuple.Items, (w, e) => w.WriteExpression(e));
                _text.Append(')');
                break;
            case SqlScalarSubquery subquery:
                _text.Append('(');
                WriteQuery(subquery.Query);
                _text.Append(')');
                break;
            case SqlWindow window: WriteWindow(window); break;
            default: throw new InvalidOperationException($"no way to write {expression.GetType().Name}");
        }
    }

    private void WriteOperand(SqlExpression operand, int atLeast)
    {
        var brackets = Precedence(operand) < atLeast;
        if (brackets)
            _text.Append('(');
        WriteExpression(operand);
        if (brackets)
            _text.Append(')');
    }

    private void WriteCall(SqlCall call)
    {
        WriteName(call.Name);
        if (!call.Parameters.IsEmpty)
        {
            _text.Append('(');
            WriteList(call.Parameters, (w, e) => w.WriteExpression(e));
            _text.Append(')');
        }

        _text.Append(call.IsDistinct ? "(DISTINCT " : "(");
        WriteList(call.Arguments, (w, e) => w.WriteExpression(e));
        _text.Append(')');
    }

    private void WriteUnary(SqlUnary unary)
    {
        switch (unary.Operator)
        {
            case SqlUnaryOperator.Not:
                _text.Append("NOT ");
                WriteOperand(unary.Operand, 4);
                break;
            case SqlUnaryOperator.Negate:
                _text.Append('-');
                // two signs in a row would start a comment
                WriteOperand(unary.Operand, 9);
                break;
            default:
                WriteOperand(unary.Operand, 6);
                _text.Append(unary.Operator == SqlUnaryOperator.IsNull ? " IS NULL" : " IS NOT NULL");
                break;
        }
    }

    private void WriteBinary(SqlBinary binary)
    {
        var precedence = Precedence(binary);
        // comparisons do not chain, and a subtrahend or divisor keeps its brackets
        var comparison = precedence == 5;
        WriteOperand(binary.Left, comparison ? 6 : precedence);
        _text.Append(OperatorWords(binary.Operator));
        WriteOperand(binary.Right, precedence <= 2 ? precedence : precedence + 1);
    }

    private void WriteIn(SqlIn node)
    {
        WriteOperand(node.Value, 6);
        _text.Append(node.IsNegated ? " NOT IN (" : " IN (");
        if (node.Query is not null)
            WriteQuery(node.Query);
        else
            WriteList(node.Items, (w, e) => w.WriteExpression(e));
        _text.Append(')');
    }

    private void WriteWindow(SqlWindow window)
    {
        WriteCall(window.Call);
        _text.Append(" OVER (");
        if (!window.PartitionBy.IsEmpty)
        {
            _text.Append("PARTITION BY ");
            WriteList(window.PartitionBy, (w, e) => w.WriteExpression(e));
        }

        WriteOrderBy(window.PartitionBy.IsEmpty ? "ORDER BY " : " ORDER BY ", window.OrderBy);
        _text.Append(window.Frame switch
        {
            SqlFrame.RowsToCurrent => " ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW",
            SqlFrame.AllRows => " ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING",
            _ => "",
        });
        _text.Append(')');
    }

    private static string OperatorWords(SqlBinaryOperator op) => op switch
    {
        SqlBinaryOperator.Or => " OR ",
        SqlBinaryOperator.And => " AND ",
        SqlBinaryOperator.Equal => " = ",
        SqlBinaryOperator.NotEqual => " != ",
        SqlBinaryOperator.Less => " < ",
        SqlBinaryOperator.LessOrEqual => " <= ",
        SqlBinaryOperator.Greater => " > ",
        SqlBinaryOperator.GreaterOrEqual => " >= ",
        SqlBinaryOperator.Like => " LIKE ",
        SqlBinaryOperator.ILike => " ILIKE ",
        SqlBinaryOperator.Add => " + ",
        SqlBinaryOperator.Subtract => " - ",
        SqlBinaryOperator.Multiply => " * ",
        SqlBinaryOperator.Divide => " / ",
        SqlBinaryOperator.Modulo => " % ",
        _ => throw new ArgumentOutOfRangeException(nameof(op), op, "no such operator"),
    };
}
