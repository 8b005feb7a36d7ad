using System.Text;

namespace Drever.Server;

/// <summary>An exception for the log: types and stack, without messages, which may hold parts of queries.</summary>
internal static class FaultText
{
    public static string Of(Exception fault)
    {
        var text = new StringBuilder();
        for (var at = fault; at is not null; at = at.InnerException)
            text.Append(at.GetType().FullName).AppendLine().AppendLine(at.StackTrace);
        return text.ToString();
    }
}
