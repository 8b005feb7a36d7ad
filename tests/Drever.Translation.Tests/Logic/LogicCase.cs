using Xunit.Abstractions;

namespace Drever.Translation.Tests.Logic;

/// <summary>One test of a <c>.kqltest</c> file.</summary>
public sealed class LogicCase : IXunitSerializable
{
    public string File { get; set; } = "";

    public string Name { get; set; } = "";

    public string Query { get; set; } = "";

    /// <summary><c>name:type</c> with commas between; null when the test expects an error.</summary>
    public string? Columns { get; set; }

    /// <summary>The rows must come in this order.</summary>
    public bool IsOrdered { get; set; }

    /// <summary>JSON arrays.</summary>
    public string[] Rows { get; set; } = [];

    /// <summary>The SQL that the query has been pinned to.</summary>
    public string? Sql { get; set; }

    /// <summary>KQL leaves the answer open, and the rules choose it; without them it may be another.</summary>
    public bool IsOpen { get; set; }

    /// <summary>A part of the message that the query must fail with.</summary>
    public string? Error { get; set; }

    public override string ToString() => $"{File}: {Name}";

    public void Deserialize(IXunitSerializationInfo info)
    {
        var all = LogicFile.ReadAll().First(c => c.File == info.GetValue<string>("file") && c.Name == info.GetValue<string>("name"));
        (File, Name, Query, Columns, IsOrdered, Rows, Sql, IsOpen, Error) =
            (all.File, all.Name, all.Query, all.Columns, all.IsOrdered, all.Rows, all.Sql, all.IsOpen, all.Error);
    }

    public void Serialize(IXunitSerializationInfo info)
    {
        info.AddValue("file", File);
        info.AddValue("name", Name);
    }
}
