using System.Buffers;
using System.Globalization;

namespace Drever.Wire;

/// <summary>The ids and the time that tie an error body to the server's log.</summary>
/// <param name="RequestId">Ours, one a request.</param>
/// <param name="ClientRequestId">The client's, or ours where it sent none.</param>
/// <param name="Now">When the error was made.</param>
public readonly record struct ErrorIds(Guid RequestId, string ClientRequestId, DateTimeOffset Now);

/// <summary>Writes error bodies.</summary>
public static class ErrorBody
{
    public static void Write(IBufferWriter<byte> target, WireFamily family, WireError error, in ErrorIds ids)
    {
        var output = new JsonOut(target);
        output.Raw("{\"error\":{\"code\":"u8);
        output.Text(error.Code);
        output.Raw(",\"message\":"u8);
        output.Text(error.Message);
        if (family == WireFamily.Graph)
            InnerError(ref output, ids);
        else
            Target(ref output, ids);
        output.Raw("}}"u8);
        output.Flush();
    }

    /// <summary>The <c>target</c> that belongs to a request: the recorded form, <c>|8b7d5947-428b0a9cb9bb1600.</c></summary>
    public static string TargetOf(Guid requestId)
    {
        var hex = requestId.ToString("N", CultureInfo.InvariantCulture);
        return $"|{hex[..8]}-{hex[8..24]}.";
    }

    private static void Target(ref JsonOut output, in ErrorIds ids)
    {
        output.Raw(",\"target\":"u8);
        output.Text(TargetOf(ids.RequestId));
    }

    // exactly these three keys; the date is UTC, in whole seconds, without Z
    private static void InnerError(ref JsonOut output, in ErrorIds ids)
    {
        output.Raw(",\"innerError\":{\"date\":\""u8);
        output.Format(ids.Now.UtcDateTime, "yyyy-MM-ddTHH:mm:ss");
        output.Raw("\",\"request-id\":\""u8);
        output.Format(ids.RequestId);
        output.Raw("\",\"client-request-id\":"u8);
        output.Text(ids.ClientRequestId);
        output.Raw((byte)'}');
    }
}
