using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ReportBot.Bot.Alerts;

/// <summary>
/// The association's own authority for its mail server's certificate, trusted beside those of the machine and for nothing else. The name must be the
/// server's and the time right all the same. Such an authority publishes no list of what it took back, so none is asked for.
/// </summary>
internal sealed class MailAuthority(X509Certificate2Collection authorities)
{
    // RFC 5280, 4.2.1.12: a certificate that a server may show.
    private static readonly Oid ForServers = new("1.3.6.1.5.5.7.3.1");

    /// <summary>Reads the authority from a PEM file; null when there is none in it, or it cannot be read.</summary>
    public static MailAuthority? Read(string path)
    {
        var read = new X509Certificate2Collection();
        try
        {
            read.ImportFromPemFile(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return null;
        }

        return read.Count == 0 ? null : new MailAuthority(read);
    }

    /// <summary>True when the machine trusts the certificate, or all that is wrong is that it does not know this authority.</summary>
    public bool Trusts(object sender, X509Certificate? certificate, X509Chain? shown, SslPolicyErrors errors)
    {
        if (errors is SslPolicyErrors.None)
            return true;
        if (errors is not SslPolicyErrors.RemoteCertificateChainErrors || certificate is null)
            return false;
        using var own = new X509Chain();
        own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        own.ChainPolicy.CustomTrustStore.AddRange(authorities);
        own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        own.ChainPolicy.ApplicationPolicy.Add(ForServers);
        foreach (var element in shown?.ChainElements.AsEnumerable() ?? [])
            own.ChainPolicy.ExtraStore.Add(element.Certificate);
        using var leaf = new X509Certificate2(certificate);
        return own.Build(leaf);
    }
}
