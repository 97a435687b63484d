namespace ReportBot.Bot.Storage.Evidence.Stripping;

/// <summary>PNG: keeps the chunks the picture is drawn from, animation too, and drops every other and whatever follows the end.</summary>
internal static class PngStripper
{
    private const int SignatureSize = 8;

    public static CopyPlan? Plan(Content photo)
    {
        var plan = new CopyPlan().Keep(0, SignatureSize);
        var (at, hasPicture) = ((long)SignatureSize, false);
        while (photo.UInt32(at) is var length and >= 0 && at + 12 + length <= photo.Length && plan.IsReasonable)
        {
            var type = photo.FourLetters(at + 4);
            if (IsDrawn(type))
                plan.Keep(at, 12 + length);
            hasPicture |= type == "IDAT";
            at += 12 + length;
            if (type == "IEND")
                return hasPicture ? plan : null;
        }

        return null;
    }

    private static bool IsDrawn(string type) => type is "IHDR" or "PLTE" or "IDAT" or "IEND" or "tRNS" or "gAMA" or "cHRM" or "sRGB" or "cICP"
        or "sBIT" or "bKGD" or "pHYs" or "acTL" or "fcTL" or "fdAT";
}
