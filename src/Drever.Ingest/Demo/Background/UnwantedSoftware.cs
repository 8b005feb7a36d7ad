using Drever.Ingest.Demo.World;

namespace Drever.Ingest.Demo.Background;

/// <summary>The alerts of every day: something in a download folder that nobody needs.</summary>
internal sealed class UnwantedSoftware(DemoOutput output, DeviceActivity activity, DemoRandom random)
{
    private static readonly string[] Names = ["CouponBar", "FastDriver", "PdfMagic", "SearchPal"];

    public void Find(RunningProcess defender, Employee owner, DateTime time)
    {
        var name = random.Of(Names);
        var program = new DemoProgram($"{name}Setup.exe", $@"C:\Users\{owner.Name}\Downloads", "", name, "1.0", "");
        activity.Event(defender, time, "AntivirusDetection", $$"""{"ThreatName":"PUA:Win32/{{name}}","WasExecutingWhileDetected":false,"Action":2,"WasRemediated":true}""")
            .Set("FileName", program.FileName).Set("FolderPath", program.Path).Set("SHA1", program.Sha1).Set("SHA256", program.Sha256);
        var id = $"da{time.Ticks}_{random.Hex(6)}";
        var title = $"'{name}' unwanted software was prevented";
        output.Row("AlertInfo", time).Set("AlertId", id).Set("Title", title).Set("Category", "UnwantedSoftware").Set("Severity", "Informational").Set("ServiceSource", "Microsoft Defender for Endpoint").Set("DetectionSource", "Antivirus");
        output.Row("AlertEvidence", time).Set("AlertId", id).Set("Title", title).Set("Categories", "[\"UnwantedSoftware\"]").Set("Severity", "Informational").Set("ServiceSource", "Microsoft Defender for Endpoint").Set("DetectionSource", "Antivirus")
            .Set("EntityType", "File").Set("EvidenceRole", "Impacted").Set("FileName", program.FileName).Set("FolderPath", program.Folder).Set("SHA1", program.Sha1).Set("SHA256", program.Sha256)
            .Set("DeviceId", activity.Device.Id).Set("DeviceName", activity.Device.Name);
    }
}
