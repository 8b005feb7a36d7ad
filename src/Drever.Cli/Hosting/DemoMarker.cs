using System.Globalization;

namespace Drever.Cli.Hosting;

/// <summary>The file that says that a data directory is the demo's own, and of which day its events are. Without it nothing is ever cleared.</summary>
internal sealed class DemoMarker
{
    private const string Format = "yyyy-MM-dd";
    private readonly string _path;

    private DemoMarker(string path) => _path = path;

    /// <summary>The day of the events; null when there are none, or not all of them.</summary>
    public DateTime? Day { get; private init; }

    /// <summary>Asked before the directory is opened, which would make it.</summary>
    /// <exception cref="UserErrorException">The directory holds something else.</exception>
    public static DemoMarker Of(string directory)
    {
        var path = Path.Combine(directory, "demo.txt");
        if (File.Exists(path))
        {
            var text = File.ReadAllText(path);
            return new DemoMarker(path) { Day = DateTime.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null };
        }

        if (Directory.Exists(directory) && Directory.EnumerateFileSystemEntries(directory).Any())
            throw new UserErrorException($"{directory} is not the demo's: it would be emptied. Name another folder with --data.", ExitCode.Misuse);
        return new DemoMarker(path);
    }

    public void Begin() => File.WriteAllText(_path, "");

    public void End(DateTime now) => File.WriteAllText(_path, now.ToString(Format, CultureInfo.InvariantCulture));
}
