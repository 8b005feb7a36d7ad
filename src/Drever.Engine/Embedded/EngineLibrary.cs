using System.Reflection;
using System.Runtime.InteropServices;

namespace Drever.Engine.Embedded;

/// <summary>Finds and loads libchdb, once per process.</summary>
internal static class EngineLibrary
{
    /// <summary>The version that engine/package.json pins.</summary>
    public const string Version = "26.7.3-stable.1";

    public const string PathVariable = "DREVER_ENGINE_LIBRARY";

    private static readonly Lazy<string> Loaded = new(Load);

    /// <summary>The path of the loaded library.</summary>
    /// <exception cref="EngineException"><see cref="EngineErrorKind.Unavailable"/>: not there or not loadable.</exception>
    public static string Ensure() => Loaded.Value;

    private static string Load()
    {
        var path = Locate();
        if (!NativeLibrary.TryLoad(path, out var handle))
            throw new EngineException(EngineErrorKind.Unavailable, $"The engine library {path} can't be loaded on this machine ({RuntimeInformation.RuntimeIdentifier}).");
        NativeLibrary.SetDllImportResolver(
            Assembly.GetExecutingAssembly(),
            (name, _, _) => string.Equals(name, NativeMethods.Library, StringComparison.Ordinal) ? handle : 0);
        // Its own handlers would take SIGSEGV, which .NET turns into NullReferenceException; must come before the first connect.
        NativeMethods.SetSignalHandlersEnabled(0);
        return path;
    }

    private static string Locate()
    {
        if (Environment.GetEnvironmentVariable(PathVariable) is { Length: > 0 } named)
            return File.Exists(named) ? named : throw Missing($"{PathVariable} names {named}, and there is no such file.");

        var path = Path.Combine(CacheFolder(), "drever", "engine", $"{Version}-{Platform()}", "libchdb.so");
        return File.Exists(path) ? path : throw Missing($"The engine library is not at {path}. Run ./drever once, which fetches it, or set {PathVariable}.");
    }

    private static string CacheFolder() =>
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache
            ? cache
            : Path.Combine(Environment.GetEnvironmentVariable("HOME") ?? "", ".cache");

    private static string Platform()
    {
        var system = OperatingSystem.IsMacOS() ? "darwin" : "linux";
        var processor = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "x64";
        return OperatingSystem.IsMacOS() ? $"{system}-{processor}" : $"{system}-{processor}-gnu";
    }

    private static EngineException Missing(string message) => new(EngineErrorKind.Unavailable, message);
}
