using System.Collections.Immutable;

namespace Drever.Hunting;

/// <summary>Whose devices' rows a caller sees. Rows of other devices are absent, never an error.</summary>
public sealed record DeviceScope
{
    private DeviceScope(bool isAll, ImmutableArray<string> groups)
    {
        IsAll = isAll;
        Groups = groups;
    }

    /// <summary>Every device: applications, and users nobody restricted.</summary>
    public static DeviceScope All { get; } = new(true, []);

    public bool IsAll { get; }

    /// <summary>Device group names (<c>MachineGroup</c>) that may be seen; meaningless when <see cref="IsAll"/>.</summary>
    public ImmutableArray<string> Groups { get; }

    public static DeviceScope OfGroups(IEnumerable<string> groups) => new(false, [.. groups]);
}
